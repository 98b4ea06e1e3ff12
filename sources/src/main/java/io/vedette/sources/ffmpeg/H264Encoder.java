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

/**
 * Pictures in, H.264 out, picture by picture, without B frames and with the parameter sets before
 * every key picture.
 *
 * <p>Used by one thread.
 */
public final class H264Encoder implements AutoCloseable {

    private static final double BITS_PER_PIXEL = 4;

    private final int width;
    private final int height;
    private final int framesPerSecond;
    private final AVCodecContext context;
    private final AVPacket packet;
    private final FrameScaler scaler;

    /**
     * Opens an encoder.
     *
     * @param width in pixels, even
     * @param height in pixels, even
     * @param framesPerSecond of the pictures that follow
     * @param keyInterval pictures from one key picture to the next
     */
    public H264Encoder(int width, int height, int framesPerSecond, int keyInterval)
            throws IOException {
        if (width < 16 || height < 16 || (width | height) % 2 != 0) {
            throw new IllegalArgumentException(
                    "Size of an H.264 video must be even and at least 16 x 16 but was %d x %d."
                            .formatted(width, height));
        }
        Ffmpeg.load();
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        AVCodec codec =
                allocated(avcodec.avcodec_find_encoder_by_name("libopenh264"), "an H.264 encoder");
        context = allocated(avcodec.avcodec_alloc_context3(codec), "an H.264 encoder");
        packet = avcodec.av_packet_alloc();
        scaler = new FrameScaler();
        configure(keyInterval);
        try {
            check(
                    avcodec.avcodec_open2(context, codec, (AVDictionary) null),
                    "H.264 encoder for %d x %d".formatted(width, height));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void configure(int keyInterval) {
        context.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.colorspace(avutil.AVCOL_SPC_SMPTE170M).color_range(avutil.AVCOL_RANGE_MPEG);
        context.time_base().num(1).den(framesPerSecond);
        context.framerate().num(framesPerSecond).den(1);
        context.gop_size(keyInterval).max_b_frames(0).thread_count(1);
        context.bit_rate((long) (BITS_PER_PIXEL * width * height));
    }

    /**
     * Encodes the next picture.
     *
     * @param bgr rows of interleaved blue, green and red, {@code width * height * 3} bytes
     * @param number of the picture, which must rise; its time is this many intervals
     * @return null if the encoder left the picture out
     */
    public @Nullable AccessUnit encode(byte[] bgr, long number) throws IOException {
        try (PixelFrame picture = new PixelFrame(bgr, width, height, avutil.AV_PIX_FMT_BGR24)) {
            AVFrame yuv = scaler.scale(picture.get(), width, height, avutil.AV_PIX_FMT_YUV420P);
            yuv.pts(number);
            check(avcodec.avcodec_send_frame(context, yuv), "H.264 encoder");
        }
        int result = avcodec.avcodec_receive_packet(context, packet);
        if (result == avutil.AVERROR_EAGAIN()) {
            return null;
        }
        check(result, "H.264 encoder");
        return unit();
    }

    private AccessUnit unit() {
        byte[] data = new byte[packet.size()];
        packet.data().get(data);
        long time = packet.pts() * AccessUnit.RATE / framesPerSecond;
        boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        avcodec.av_packet_unref(packet);
        return new AccessUnit(data, time, time, AccessUnit.RATE / framesPerSecond, key);
    }

    @Override
    public void close() {
        scaler.close();
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(context);
    }
}
