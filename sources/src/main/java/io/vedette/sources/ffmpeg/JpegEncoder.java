package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Pictures to baseline JPEG, 4:2:0, full range. Used by one thread. */
final class JpegEncoder implements AutoCloseable {

    private final FrameScaler scaler;
    private final AVPacket packet;
    private @Nullable AVCodecContext context;
    private long pictures;

    JpegEncoder() throws IOException {
        scaler = new FrameScaler();
        packet = avcodec.av_packet_alloc();
    }

    /**
     * The JPEG of a picture.
     *
     * @param quality 1 to 100, on the scale of libjpeg
     */
    byte[] encode(AVFrame picture, int quality) throws IOException {
        int width = picture.width();
        int height = picture.height();
        AVFrame yuv = scaler.scale(picture, width, height, avutil.AV_PIX_FMT_YUVJ420P);
        yuv.pts(pictures++).quality(qscale(quality) * avutil.FF_QP2LAMBDA);
        AVCodecContext encoder = encoder(width, height);
        check(avcodec.avcodec_send_frame(encoder, yuv), "JPEG encoder");
        check(avcodec.avcodec_receive_packet(encoder, packet), "JPEG encoder");
        byte[] jpeg = new byte[packet.size()];
        packet.data().get(jpeg);
        avcodec.av_packet_unref(packet);
        return jpeg;
    }

    /**
     * The quantiser, 1 to 31, that is about as coarse as libjpeg's at a quality. libjpeg scales its
     * table by {@code 50/q} below 50 and by {@code 2 - q/50} from there ({@code
     * jpeg_quality_scaling}), and FFmpeg's own table is about as coarse as libjpeg's at 16.
     */
    static int qscale(int quality) {
        double scale = quality < 50 ? 50.0 / quality : 2 - quality / 50.0;
        return (int) Math.max(1, Math.min(Math.round(16 * scale), 31));
    }

    private AVCodecContext encoder(int width, int height) throws IOException {
        if (context == null || context.width() != width || context.height() != height) {
            free();
            context = opened(width, height);
        }
        return context;
    }

    private static AVCodecContext opened(int width, int height) throws IOException {
        AVCodec codec = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MJPEG);
        AVCodecContext context = allocated(avcodec.avcodec_alloc_context3(codec), "a JPEG encoder");
        context.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_YUVJ420P);
        context.color_range(avutil.AVCOL_RANGE_JPEG);
        context.time_base().num(1).den(25);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
        context.qmin(1).qmax(31).thread_count(1);
        int result = avcodec.avcodec_open2(context, codec, (AVDictionary) null);
        if (result < 0) {
            avcodec.avcodec_free_context(context);
        }
        check(result, "JPEG encoder for %d x %d".formatted(width, height));
        return context;
    }

    private void free() {
        if (context != null) {
            avcodec.avcodec_free_context(context);
            context = null;
        }
    }

    @Override
    public void close() {
        free();
        avcodec.av_packet_free(packet);
        scaler.close();
    }
}
