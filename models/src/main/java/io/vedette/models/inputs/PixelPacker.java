package io.vedette.models.inputs;

import io.vedette.schema.ColorOrder;

/** Writes rows of blue, green and red, 0..255, into the planes of a raster. */
final class PixelPacker {

    private final ColorOrder color;
    private final byte[] raster;
    private final int planeSize;

    PixelPacker(ColorOrder color, byte[] raster) {
        this.color = color;
        this.raster = raster;
        planeSize = raster.length / color.channels();
    }

    /**
     * @param to where in each plane the first pixel goes
     */
    void write(int[][] bgr, int to) {
        switch (color) {
            case BGR -> write(bgr[0], bgr[1], bgr[2], to);
            case RGB -> write(bgr[2], bgr[1], bgr[0], to);
            case GREY -> mix(bgr[0], bgr[1], bgr[2], to);
        }
    }

    private void write(int[] first, int[] second, int[] third, int to) {
        write(first, to);
        write(second, to + planeSize);
        write(third, to + 2 * planeSize);
    }

    private void write(int[] row, int to) {
        for (int x = 0; x < row.length; x++) {
            raster[to + x] = (byte) row[x];
        }
    }

    /** ITU-R BT.601 luma in 15-bit fixed point, as OpenCV's {@code COLOR_BGR2GRAY}. */
    private void mix(int[] blue, int[] green, int[] red, int to) {
        for (int x = 0; x < blue.length; x++) {
            int luma = 3735 * blue[x] + 19235 * green[x] + 9798 * red[x];
            raster[to + x] = (byte) ((luma + (1 << 14)) >> 15);
        }
    }
}
