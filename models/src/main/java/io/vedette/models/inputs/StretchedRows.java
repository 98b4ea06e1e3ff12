package io.vedette.models.inputs;

import java.util.Arrays;

/**
 * Rows of a picture, brought to their new width when they are first asked for. As many as one new
 * row is made of are kept.
 *
 * <p>The loops over one plane are plain enough for the compiler to vectorise: whole numbers from
 * arrays without offsets.
 */
final class StretchedRows {

    private static final int PLANES = 3;

    private final PixelPairs pixels;
    private final Axis columns;
    private final int start;
    private final int[][][] kept;
    private final int[] source;

    /**
     * @param start what a sum begins with
     * @param rows how many rows are kept
     */
    StretchedRows(byte[] bgr, int width, Axis columns, int start, int rows) {
        this.columns = columns;
        this.start = start;
        pixels = new PixelPairs(bgr, width, columns);
        kept = new int[rows][PLANES][columns.positions()];
        source = new int[rows];
        Arrays.fill(source, -1);
    }

    /** A row of the source: planes of blue, green and red, each value a weighted sum. */
    int[][] get(int y) {
        int slot = y % source.length;
        if (source[slot] != y) {
            source[slot] = y;
            stretch(y, kept[slot]);
        }
        return kept[slot];
    }

    private void stretch(int y, int[][] planes) {
        pixels.load(y);
        for (int n = 0; n < columns.neighbours(); n += 2) {
            int[] weights = columns.weights()[n];
            int[] nextWeights = columns.weights()[n + 1];
            pixels.read(n);
            for (int c = 0; c < PLANES; c++) {
                int shift = Byte.SIZE * c;
                if (n == 0) {
                    set(start, pixels.left, weights, pixels.right, nextWeights, shift, planes[c]);
                } else {
                    add(pixels.left, weights, pixels.right, nextWeights, shift, planes[c]);
                }
            }
        }
    }

    private static void set(
            int start,
            int[] left,
            int[] weights,
            int[] right,
            int[] nextWeights,
            int shift,
            int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] =
                    start
                            + ((left[x] >> shift) & 0xff) * weights[x]
                            + ((right[x] >> shift) & 0xff) * nextWeights[x];
        }
    }

    private static void add(
            int[] left, int[] weights, int[] right, int[] nextWeights, int shift, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] +=
                    ((left[x] >> shift) & 0xff) * weights[x]
                            + ((right[x] >> shift) & 0xff) * nextWeights[x];
        }
    }
}
