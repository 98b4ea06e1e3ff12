package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import io.vedette.schema.CameraCause;
import io.vedette.sources.DecodeDevice;
import io.vedette.sources.StreamException;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/**
 * Packets in, pictures out, in one thread. After data was lost, pictures count as damaged until the
 * next key frame.
 */
final class VideoDecoder implements AutoCloseable {

    private static final int AGAIN = avutil.AVERROR_EAGAIN();

    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVFrame fetched;
    private boolean damaged;

    VideoDecoder(AVStream stream, DecodeDevice device) throws IOException {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw unsupported(parameters, "there is no decoder for %s");
        }
        context = allocated(avcodec.avcodec_alloc_context3(codec), "a decoder");
        frame = avutil.av_frame_alloc();
        fetched = avutil.av_frame_alloc();
        try {
            check(avcodec.avcodec_parameters_to_context(context, parameters), "the decoder");
            context.pkt_timebase(stream.time_base());
            context.thread_count(1);
            AVBufferRef hardware = HardwareDevice.of(device).context();
            if (hardware != null) {
                context.hw_device_ctx(avutil.av_buffer_ref(hardware));
            }
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_COPY_OPAQUE);
            context.max_pixels(FrameScaler.MAX_PIXELS);
            if (avcodec.avcodec_open2(context, codec, (AVDictionary) null) < 0) {
                throw unsupported(parameters, "the decoder of %s does not take this stream");
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static StreamException unsupported(AVCodecParameters parameters, String sentence) {
        String name = avcodec.avcodec_get_name(parameters.codec_id()).getString();
        return new StreamException(CameraCause.CODEC_UNSUPPORTED, sentence.formatted(name), null);
    }

    /** What a decoder answers when it is asked for a picture. */
    enum Answer {
        PICTURE,
        NEEDS_PACKET,
        END
    }

    /** Decodes on; the picture is then in {@link #frame}. */
    Answer receive() {
        while (true) {
            int result = avcodec.avcodec_receive_frame(context, frame);
            if (result >= 0) {
                if (isHere()) {
                    judge();
                    return Answer.PICTURE;
                }
                damaged = true;
                continue;
            }
            if (result == AGAIN) {
                return Answer.NEEDS_PACKET;
            }
            if (result == avutil.AVERROR_EOF) {
                return Answer.END;
            }
            damaged = true;
        }
    }

    /** Fetches the picture from the device, if one decoded it. */
    private boolean isHere() {
        if (frame.hw_frames_ctx() == null) {
            return true;
        }
        avutil.av_frame_unref(fetched);
        if (avutil.av_hwframe_transfer_data(fetched, frame, 0) < 0
                || avutil.av_frame_copy_props(fetched, frame) < 0) {
            return false;
        }
        avutil.av_frame_unref(frame);
        avutil.av_frame_move_ref(frame, fetched);
        return true;
    }

    private void judge() {
        boolean broken =
                frame.decode_error_flags() != 0
                        || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
        boolean key = (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
        damaged = broken || (damaged && !key);
    }

    /** Writes a number on a packet that comes back with its picture. */
    void tag(AVPacket packet, long tag) {
        packet.opaque(new Tag(tag));
    }

    /** Takes a packet that it asked for; one that cannot be decoded damages what follows. */
    void send(AVPacket packet) {
        if (avcodec.avcodec_send_packet(context, packet) < 0) {
            damaged = true;
        }
    }

    /** Whether to leave out, from now on, pictures that no other refers to. */
    void onlyReferences(boolean only) {
        context.skip_frame(only ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
    }

    /** Forgets all packets, so that it takes a key picture after it was drained. */
    void flush() {
        avcodec.avcodec_flush_buffers(context);
    }

    /** Says that no packets follow, so that the pictures still held come out. */
    void drain() {
        avcodec.avcodec_send_packet(context, null);
    }

    /** FFmpeg's name of the codec. */
    String codec() {
        return avcodec.avcodec_get_name(context.codec_id()).getString();
    }

    /** What the packet of the picture was tagged with. */
    long tag() {
        Pointer tag = frame.opaque();
        return tag == null ? 0 : tag.address();
    }

    AVFrame frame() {
        return frame;
    }

    /** Whether the picture cannot be trusted. */
    boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avutil.av_frame_free(fetched);
        avcodec.avcodec_free_context(context);
    }
}
