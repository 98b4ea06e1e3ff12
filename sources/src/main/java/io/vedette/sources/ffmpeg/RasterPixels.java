package io.vedette.sources.ffmpeg;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Placement;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Span;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The part of a scaled picture that a raster shows. Both have their colours in planes, for which
 * swscale has vector instructions; for interleaved bytes it has none, which takes it twice the time
 * for the same values.
 */
final class RasterPixels {

    private static final int[] BGR = {1, 0, 2};
    private static final int[] RGB = {2, 0, 1};
    private static final int[] GREY = {0};

    private RasterPixels() {}

    /** The pixel format that a picture must be scaled to. */
    static int format(ColorOrder color) {
        return color == ColorOrder.GREY ? avutil.AV_PIX_FMT_GRAY8 : avutil.AV_PIX_FMT_GBRP;
    }

    /** The bytes of a raster: the picture where it is placed, and padding around it. */
    static byte[] of(AVFrame scaled, Placement placement, RasterSpec spec) {
        byte[] raster = new byte[spec.size()];
        Arrays.fill(raster, (byte) spec.padding());
        int plane = 0;
        for (int source : planes(spec.color())) {
            copy(scaled, source, placement, spec, raster, plane);
            plane += spec.width() * spec.height();
        }
        return raster;
    }

    /** Which planes of the scaled picture a raster has, in its order. */
    private static int[] planes(ColorOrder color) {
        return switch (color) {
            case BGR -> BGR;
            case RGB -> RGB;
            case GREY -> GREY;
        };
    }

    private static void copy(
            AVFrame scaled,
            int source,
            Placement placement,
            RasterSpec spec,
            byte[] raster,
            int plane) {
        Span columns = placement.columns(spec.width());
        Span rows = placement.rows(spec.height());
        int stride = scaled.linesize(source);
        ByteBuffer pixels =
                scaled.data(source).capacity((long) stride * scaled.height()).asByteBuffer();
        for (int y = 0; y < rows.count(); y++) {
            int from = (rows.from() + y) * stride + columns.from();
            int to = plane + (rows.at() + y) * spec.width() + columns.at();
            pixels.get(from, raster, to, columns.count());
        }
    }
}
