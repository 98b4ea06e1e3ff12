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
 * The part of a scaled picture that a raster shows. Colours come in planes and are interleaved
 * here: swscale has vector instructions for planes and none for interleaved bytes, which takes it
 * twice the time for the same values. Used by one thread.
 */
final class RasterPixels {

    private static final int[] BGR = {1, 0, 2};
    private static final int[] RGB = {2, 0, 1};
    private static final int[] GREY = {0};

    private final byte[][] rows = new byte[BGR.length][0];

    /** The pixel format that a picture must be scaled to. */
    static int format(ColorOrder color) {
        return color == ColorOrder.GREY ? avutil.AV_PIX_FMT_GRAY8 : avutil.AV_PIX_FMT_GBRP;
    }

    /** Copies them to where the raster has them, and pads the rest. */
    void copy(AVFrame scaled, Placement placement, RasterSpec spec, byte[] raster) {
        Span columns = placement.columns(spec.width());
        Span shown = placement.rows(spec.height());
        int[] order = planes(spec.color());
        ByteBuffer[] planes = new ByteBuffer[order.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = plane(scaled, order[c]);
            rows[c] = rows[c].length < columns.count() ? new byte[columns.count()] : rows[c];
        }
        int end = 0;
        for (int y = 0; y < shown.count(); y++) {
            int to = ((shown.at() + y) * spec.width() + columns.at()) * planes.length;
            Arrays.fill(raster, end, to, (byte) spec.padding());
            for (int c = 0; c < planes.length; c++) {
                int from = (shown.from() + y) * scaled.linesize(order[c]) + columns.from();
                planes[c].get(from, rows[c], 0, columns.count());
            }
            write(planes.length, columns.count(), raster, to);
            end = to + columns.count() * planes.length;
        }
        Arrays.fill(raster, end, raster.length, (byte) spec.padding());
    }

    /** Which planes of the scaled picture a pixel of a raster has, in its order. */
    private static int[] planes(ColorOrder color) {
        return switch (color) {
            case BGR -> BGR;
            case RGB -> RGB;
            case GREY -> GREY;
        };
    }

    private static ByteBuffer plane(AVFrame scaled, int plane) {
        long size = (long) scaled.linesize(plane) * scaled.height();
        return scaled.data(plane).capacity(size).asByteBuffer();
    }

    private void write(int channels, int count, byte[] raster, int to) {
        if (channels == 1) {
            System.arraycopy(rows[0], 0, raster, to, count);
        } else {
            interleave(rows[0], rows[1], rows[2], count, raster, to);
        }
    }

    private static void interleave(
            byte[] first, byte[] second, byte[] third, int count, byte[] raster, int to) {
        for (int x = 0, i = to; x < count; x++, i += 3) {
            raster[i] = first[x];
            raster[i + 1] = second[x];
            raster[i + 2] = third[x];
        }
    }
}
