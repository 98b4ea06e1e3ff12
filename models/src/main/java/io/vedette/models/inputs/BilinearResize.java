package io.vedette.models.inputs;

import io.vedette.schema.Placement;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Span;

/**
 * Bilinear resize without antialiasing, pixel centres at half, rounded to nearest, in the 8-bit
 * fixed point of OpenCV's {@code INTER_LINEAR_EXACT} ({@code modules/imgproc/src/resize.cpp}). Of
 * OpenCV's two bilinear filters it is the one that gives the same bytes on every machine; {@code
 * INTER_LINEAR} cuts the last bits off, and differs by 1 or 2 of 255.
 */
final class BilinearResize implements ResizedRows {

    private static final int PRECISION = 8;
    private static final int ONE = 1 << PRECISION;
    private static final int HALF = 1 << (2 * PRECISION - 1);

    private final Axis rows;
    private final int lastRow;
    private final StretchedRows source;
    private final int[][] row;

    BilinearResize(byte[] bgr, int width, int height, Placement placement, RasterSpec spec) {
        rows = axis(height, placement.height(), placement.rows(spec.height()));
        lastRow = height - 1;
        Axis columns = axis(width, placement.width(), placement.columns(spec.width()));
        source = new StretchedRows(bgr, width, columns, 0, 2);
        row = new int[3][columns.positions()];
    }

    @Override
    public int[][] get(int y) {
        int first = rows.first()[y];
        int[][] upper = source.get(Math.max(0, first));
        int[][] lower = source.get(Math.min(first + 1, lastRow));
        for (int c = 0; c < row.length; c++) {
            blend(upper[c], rows.weights()[0][y], lower[c], rows.weights()[1][y], row[c]);
        }
        return row;
    }

    private static void blend(int[] upper, int weight, int[] lower, int lowerWeight, int[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = (weight * upper[x] + lowerWeight * lower[x] + HALF) >> (2 * PRECISION);
        }
    }

    /** The two old positions that a new one lies between. */
    private static Axis axis(int size, int scaledSize, Span shown) {
        double step = (double) size / scaledSize;
        Axis axis = Axis.of(shown.count(), 2);
        for (int i = 0; i < shown.count(); i++) {
            double at = (shown.from() + i + 0.5) * step - 0.5;
            int first = (int) Math.floor(at);
            int weight = (int) Math.rint((at - first) * ONE);
            axis.first()[i] = first;
            axis.weights()[0][i] = ONE - weight;
            axis.weights()[1][i] = weight;
        }
        return axis;
    }
}
