package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** JPEG pictures to rasters, in one pass of the scaler. Used by one thread. */
public final class JpegDecoder implements AutoCloseable {

    /** Larger pictures are refused before any memory is taken for them. */
    public static final long MAX_PIXELS = FrameScaler.MAX_PIXELS;

    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private final FrameScaler scaler;

    public JpegDecoder() throws IOException {
        scaler = new FrameScaler();
        AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_MJPEG);
        context = allocated(avcodec.avcodec_alloc_context3(codec), "a JPEG decoder");
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
        context.thread_count(1).max_pixels(MAX_PIXELS);
        context.err_recognition(avcodec.AV_EF_EXPLODE | avcodec.AV_EF_BITSTREAM);
        check(avcodec.avcodec_open2(context, codec, (AVDictionary) null), "JPEG decoder");
    }

    /**
     * The picture as a model wants it.
     *
     * @throws IOException saying what is wrong, if it is no whole JPEG or has more than {@link
     *     #MAX_PIXELS}
     */
    public Raster decode(byte[] jpeg, RasterSpec spec) throws IOException {
        JpegSize size = JpegSize.of(jpeg);
        if (size.pixels() > MAX_PIXELS) {
            throw new IOException(
                    "JPEG must have at most %d pixels but is %d x %d"
                            .formatted(MAX_PIXELS, size.width(), size.height()));
        }
        try {
            fill(jpeg);
            check(avcodec.avcodec_send_packet(context, packet), "JPEG cannot be decoded");
            check(avcodec.avcodec_receive_frame(context, frame), "JPEG cannot be decoded");
            if (frame.decode_error_flags() != 0) {
                throw new IOException("JPEG cannot be decoded: data is missing");
            }
            return scaler.raster(frame, spec);
        } finally {
            avutil.av_frame_unref(frame);
            avcodec.av_packet_unref(packet);
            avcodec.avcodec_flush_buffers(context);
        }
    }

    private void fill(byte[] jpeg) throws IOException {
        check(avcodec.av_new_packet(packet, jpeg.length), "JPEG buffer");
        packet.data().put(jpeg);
        packet.flags(packet.flags() | avcodec.AV_PKT_FLAG_KEY);
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(context);
        scaler.close();
    }
}
