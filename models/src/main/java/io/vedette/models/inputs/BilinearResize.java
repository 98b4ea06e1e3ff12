package io.vedette.models.inputs;

/**
 * Bilinear resize without antialiasing, pixel centres at half, in the 11-bit fixed point of
 * OpenCV's {@code INTER_LINEAR} for bytes ({@code modules/imgproc/src/resize.cpp}), so that a
 * network sees what it saw in its toolkit.
 */
final class BilinearResize {

    private static final int CHANNELS = 3;
    private static final int ONE = 1 << 11;

    private BilinearResize() {}

    static byte[] bgr(byte[] source, int width, int height, int newWidth, int newHeight) {
        if (width == newWidth && height == newHeight) {
            return source;
        }
        Axis columns = new Axis(width, newWidth);
        Axis rows = new Axis(height, newHeight);
        byte[] target = new byte[newWidth * newHeight * CHANNELS];
        int[] upper = new int[newWidth * CHANNELS];
        int[] lower = new int[newWidth * CHANNELS];
        int upperRow = -1;
        int lowerRow = -1;
        for (int y = 0; y < newHeight; y++) {
            if (rows.first[y] == lowerRow) {
                int[] swap = upper;
                upper = lower;
                lower = swap;
                upperRow = lowerRow;
                lowerRow = -1;
            }
            if (rows.first[y] != upperRow) {
                upperRow = rows.first[y];
                stretchRow(source, upperRow * width * CHANNELS, columns, upper);
            }
            if (rows.second[y] != lowerRow) {
                lowerRow = rows.second[y];
                stretchRow(source, lowerRow * width * CHANNELS, columns, lower);
            }
            blend(upper, lower, rows.weight[y], target, y * upper.length);
        }
        return target;
    }

    private static void stretchRow(byte[] source, int row, Axis columns, int[] target) {
        for (int x = 0; x < columns.first.length; x++) {
            int a = row + columns.first[x] * CHANNELS;
            int b = row + columns.second[x] * CHANNELS;
            int weight = columns.weight[x];
            for (int c = 0; c < CHANNELS; c++) {
                target[x * CHANNELS + c] =
                        (source[a + c] & 0xff) * (ONE - weight) + (source[b + c] & 0xff) * weight;
            }
        }
    }

    private static void blend(int[] upper, int[] lower, int weight, byte[] target, int start) {
        int rest = ONE - weight;
        for (int i = 0; i < upper.length; i++) {
            int a = (rest * (upper[i] >> 4)) >> 16;
            int b = (weight * (lower[i] >> 4)) >> 16;
            target[start + i] = (byte) ((a + b + 2) >> 2);
        }
    }

    /** For each new position along one axis: the two old ones it lies between, and how far on. */
    private static final class Axis {

        final int[] first;
        final int[] second;
        final int[] weight;

        Axis(int oldSize, int newSize) {
            first = new int[newSize];
            second = new int[newSize];
            weight = new int[newSize];
            double scale = (double) oldSize / newSize;
            for (int i = 0; i < newSize; i++) {
                float at = (float) ((i + 0.5) * scale - 0.5);
                int floor = (int) Math.floor(at);
                first[i] = Math.max(0, Math.min(floor, oldSize - 1));
                second[i] = Math.max(0, Math.min(floor + 1, oldSize - 1));
                weight[i] = (int) Math.rint((at - floor) * ONE);
            }
        }
    }
}
