package io.vedette.sources.ffmpeg;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * When a camera took the picture of each packet, as its RTCP sender reports say: {@code ntp =
 * report + (rtp - report's rtp) / clock rate} (RFC 3550, section 6.4.1), the difference taken in 32
 * bits, so that timestamps may wrap. FFmpeg computes it and puts it beside the packet.
 */
final class SenderClock {

    /** Nothing is known. */
    static final long UNKNOWN = 0;

    private final SizeTPointer size = new SizeTPointer(1);

    /** In microseconds since 1970; {@link #UNKNOWN} before the first report. */
    long micros(AVPacket packet) {
        BytePointer reference =
                avcodec.av_packet_get_side_data(packet, avcodec.AV_PKT_DATA_PRFT, size);
        return reference == null || size.get() < Long.BYTES ? UNKNOWN : reference.getLong();
    }
}
