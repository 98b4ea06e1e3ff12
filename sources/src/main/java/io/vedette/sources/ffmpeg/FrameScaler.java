package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Brings a picture of any size and pixel format to another in one pass of swscale, by the colour
 * matrix and range that the picture names.
 *
 * <p>Bilinear, rounded exactly, with chroma interpolated to every pixel, which spares edges of
 * colour an error of up to 90 levels.
 *
 * <p>The two fields of an interlaced picture are scaled as one. It follows a source whose size or
 * format changes. Used by one thread.
 */
final class FrameScaler implements AutoCloseable {

    /** Larger pictures are neither decoded nor scaled to. */
    static final long MAX_PIXELS = 100_000_000;

    private static final int ALIGNMENT = 64;

    private final SwsContext context;
    private final AVFrame scaled;

    FrameScaler() throws IOException {
        Ffmpeg.load();
        context = allocated(swscale.sws_alloc_context(), "a scaler");
        context.flags(swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT);
        context.threads(1);
        scaled = avutil.av_frame_alloc();
    }

    /**
     * The picture as a model wants it, placed as {@link RasterSpec#place} says.
     *
     * @throws IOException if it has a shape of which a centre crop would make more than {@link
     *     #MAX_PIXELS}
     */
    Raster raster(AVFrame picture, RasterSpec spec) throws IOException {
        Placement placement = spec.place(picture.width(), picture.height());
        if ((long) placement.width() * placement.height() > MAX_PIXELS) {
            throw new IOException(
                    "a picture of %d x %d must not be scaled to more than %d pixels but to %d x %d"
                            .formatted(
                                    picture.width(),
                                    picture.height(),
                                    MAX_PIXELS,
                                    placement.width(),
                                    placement.height()));
        }
        int format = RasterPixels.format(spec.color());
        AVFrame scaled = scale(picture, placement.width(), placement.height(), format);
        byte[] data = RasterPixels.of(scaled, placement, spec);
        return new Raster(spec.width(), spec.height(), spec.color(), placement, data);
    }

    /** Scales into a frame that stays valid until the next call. */
    AVFrame scale(AVFrame picture, int width, int height, int format) throws IOException {
        if (scaled.width() != width || scaled.height() != height || scaled.format() != format) {
            avutil.av_frame_unref(scaled);
            scaled.width(width).height(height).format(format);
            check(avutil.av_frame_get_buffer(scaled, ALIGNMENT), "a picture of pixels");
        }
        scaled.color_range(
                format == avutil.AV_PIX_FMT_YUV420P
                        ? avutil.AVCOL_RANGE_MPEG
                        : avutil.AVCOL_RANGE_JPEG);
        scaled.colorspace(colorspace(format));
        check(avutil.av_frame_make_writable(scaled), "a picture of pixels");
        check(scaleWoven(picture), "scaling");
        return scaled;
    }

    /** swscale would take the fields of an interlaced picture one by one, and into such a one. */
    private int scaleWoven(AVFrame picture) {
        int flags = picture.flags();
        picture.flags(flags & ~AVFrame.AV_FRAME_FLAG_INTERLACED);
        int result = swscale.sws_scale_frame(context, scaled, picture);
        picture.flags(flags);
        return result;
    }

    private static int colorspace(int format) {
        return switch (format) {
            case avutil.AV_PIX_FMT_GBRP, avutil.AV_PIX_FMT_BGR24, avutil.AV_PIX_FMT_RGB24 ->
                    avutil.AVCOL_SPC_RGB;
            default -> avutil.AVCOL_SPC_SMPTE170M;
        };
    }

    @Override
    public void close() {
        avutil.av_frame_free(scaled);
        swscale.sws_free_context(context);
    }
}
