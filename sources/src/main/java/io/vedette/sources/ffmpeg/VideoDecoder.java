package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import io.vedette.schema.CameraCause;
import io.vedette.sources.StreamException;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Packets in, pictures out, in one thread. After data was lost, pictures count as damaged until the
 * next key frame.
 */
final class VideoDecoder implements AutoCloseable {

    private static final int AGAIN = avutil.AVERROR_EAGAIN();

    private final AVCodecContext context;
    private final AVFrame frame;
    private boolean damaged;

    VideoDecoder(AVStream stream) throws IOException {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw unsupported(parameters, "there is no decoder for %s");
        }
        context = allocated(avcodec.avcodec_alloc_context3(codec), "a decoder");
        frame = avutil.av_frame_alloc();
        try {
            check(avcodec.avcodec_parameters_to_context(context, parameters), "the decoder");
            context.pkt_timebase(stream.time_base());
            context.thread_count(1);
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
                judge();
                return Answer.PICTURE;
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

    private void judge() {
        boolean broken =
                frame.decode_error_flags() != 0
                        || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
        boolean key = (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
        damaged = broken || (damaged && !key);
    }

    /** Takes a packet that it asked for; one that cannot be decoded damages what follows. */
    void send(AVPacket packet) {
        if (avcodec.avcodec_send_packet(context, packet) < 0) {
            damaged = true;
        }
    }

    /** Says that no packets follow, so that the pictures still held come out. */
    void drain() {
        avcodec.avcodec_send_packet(context, null);
    }

    /** FFmpeg's name of the codec. */
    String codec() {
        return avcodec.avcodec_get_name(context.codec_id()).getString();
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
        avcodec.avcodec_free_context(context);
    }
}
