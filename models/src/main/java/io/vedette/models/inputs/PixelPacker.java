package io.vedette.models.inputs;

import io.vedette.schema.ColorOrder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes planes of blue, green and red, 0..255, as the interleaved bytes of a raster. */
final class PixelPacker {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ColorOrder color;
    private final int[] packed;

    PixelPacker(ColorOrder color, int pixels) {
        this.color = color;
        packed = new int[pixels];
    }

    /**
     * @param to where the first pixel begins
     */
    void write(int[][] bgr, byte[] raster, int to) {
        switch (color) {
            case BGR -> {
                pack(bgr[0], bgr[1], bgr[2]);
                writeTriples(raster, to);
            }
            case RGB -> {
                pack(bgr[2], bgr[1], bgr[0]);
                writeTriples(raster, to);
            }
            case GREY -> {
                mix(bgr[0], bgr[1], bgr[2]);
                writeBytes(raster, to);
            }
        }
    }

    private void pack(int[] first, int[] second, int[] third) {
        for (int x = 0; x < packed.length; x++) {
            packed[x] = first[x] | (second[x] << 8) | (third[x] << 16);
        }
    }

    /** ITU-R BT.601 luma in 15-bit fixed point, as OpenCV's {@code COLOR_BGR2GRAY}. */
    private void mix(int[] blue, int[] green, int[] red) {
        for (int x = 0; x < packed.length; x++) {
            packed[x] = (3735 * blue[x] + 19235 * green[x] + 9798 * red[x] + (1 << 14)) >> 15;
        }
    }

    /** Writes four bytes at a time, of which the next pixel overwrites the last. */
    private void writeTriples(byte[] raster, int to) {
        int last = packed.length - 1;
        for (int x = 0; x < last; x++) {
            INT.set(raster, to + 3 * x, packed[x]);
        }
        for (int i = 0; i < 3; i++) {
            raster[to + 3 * last + i] = (byte) (packed[last] >> (Byte.SIZE * i));
        }
    }

    private void writeBytes(byte[] raster, int to) {
        for (int x = 0; x < packed.length; x++) {
            raster[to + x] = (byte) packed[x];
        }
    }
}
