package io.vedette.models.inputs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads pixels of three interleaved bytes as whole numbers, of which the first byte is the lowest
 * and the fourth has no meaning. Two neighbours come with one look at memory.
 *
 * <p>The outermost pixels are there once more on either side of the picture.
 */
final class PixelPairs {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PIXEL = 3;

    private final byte[] picture;
    private final int rowBytes;
    private final byte[] row;
    private final int[] offsets;

    /** The pixels that were read last. */
    final int[] left;

    /** The pixels to the right of those in {@link #left}. */
    final int[] right;

    /**
     * @param columns what is read of each row; what lies beyond the outermost pixels that are there
     *     once more has no meaning
     */
    PixelPairs(byte[] picture, int width, Axis columns) {
        this.picture = picture;
        rowBytes = PIXEL * width;
        row = new byte[PIXEL + rowBytes + PIXEL * (1 + columns.neighbours()) + Long.BYTES];
        offsets = new int[columns.positions()];
        for (int x = 0; x < offsets.length; x++) {
            offsets[x] = PIXEL * (1 + columns.first()[x]);
        }
        left = new int[offsets.length];
        right = new int[offsets.length];
    }

    void load(int y) {
        System.arraycopy(picture, y * rowBytes, row, PIXEL, rowBytes);
        System.arraycopy(row, PIXEL, row, 0, PIXEL);
        System.arraycopy(row, rowBytes, row, PIXEL + rowBytes, PIXEL);
    }

    /**
     * Reads, of the row that was loaded last, a neighbour of each new position and the next one.
     */
    void read(int neighbour) {
        int further = PIXEL * neighbour;
        for (int x = 0; x < offsets.length; x++) {
            long pair = (long) LONG.get(row, offsets[x] + further);
            left[x] = (int) pair;
            right[x] = (int) (pair >>> (PIXEL * Byte.SIZE));
        }
    }
}
