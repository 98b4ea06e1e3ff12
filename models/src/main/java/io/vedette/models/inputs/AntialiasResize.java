package io.vedette.models.inputs;

import io.vedette.schema.Placement;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Span;
import java.util.Arrays;

/**
 * Bilinear resize that averages, with the weights of a triangle, all that a new pixel covers where
 * a picture shrinks, in the 22-bit fixed point of Pillow's {@code BILINEAR} for bytes ({@code
 * src/libImaging/Resample.c}); first along the rows, rounded to bytes, then down the columns, as
 * all versions up to 12 do. Version 13 goes down the columns first where they shrink more, which
 * changes a value by 1 at most.
 */
final class AntialiasResize implements ResizedRows {

    private static final int PRECISION = 22;
    private static final int HALF = 1 << (PRECISION - 1);

    private final Axis rows;
    private final int lastRow;
    private final StretchedRows source;
    private final int[][] row;

    AntialiasResize(byte[] bgr, int width, int height, Placement placement, RasterSpec spec) {
        rows = axis(height, placement.height(), placement.rows(spec.height()));
        lastRow = height - 1;
        Axis columns = axis(width, placement.width(), placement.columns(spec.width()));
        int kept = rows.neighbours();
        source = new StretchedRows(bgr, width, columns, HALF, kept);
        row = new int[3][columns.positions()];
    }

    @Override
    public int[][] get(int y) {
        for (int[] plane : row) {
            Arrays.fill(plane, HALF);
        }
        int first = rows.first()[y];
        int neighbours = Math.min(rows.neighbours(), lastRow + 1 - first);
        for (int n = 0; n < neighbours; n++) {
            int[][] planes = source.get(first + n);
            for (int c = 0; c < row.length; c++) {
                add(planes[c], rows.weights()[n][y], row[c]);
            }
        }
        for (int[] plane : row) {
            finish(plane);
        }
        return row;
    }

    private static void add(int[] plane, int weight, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += (plane[x] >> PRECISION) * weight;
        }
    }

    /** Cuts to bytes. {@code Math.min} would keep the loop from being vectorised. */
    private static void finish(int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            int room = 255 - (sums[x] >> PRECISION);
            sums[x] = 255 - (room & ~(room >> 31));
        }
    }

    private static Axis axis(int size, int scaledSize, Span shown) {
        double step = (double) size / scaledSize;
        double scale = Math.max(1, step);
        Axis axis = Axis.of(shown.count(), (int) Math.ceil(2 * scale));
        double[] weights = new double[axis.neighbours()];
        for (int i = 0; i < shown.count(); i++) {
            double centre = (shown.from() + i + 0.5) * step;
            int first = Math.max(0, (int) (centre - scale + 0.5));
            int end = Math.min(size, (int) (centre + scale + 0.5));
            int count = Math.min(end - first, weights.length);
            double sum = 0;
            for (int n = 0; n < count; n++) {
                weights[n] = Math.max(0, 1 - Math.abs((n + first - centre + 0.5) * (1 / scale)));
                sum += weights[n];
            }
            axis.first()[i] = first;
            for (int n = 0; n < count; n++) {
                axis.weights()[n][i] = (int) (0.5 + weights[n] / sum * (1 << PRECISION));
            }
        }
        return axis;
    }
}
