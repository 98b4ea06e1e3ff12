package io.vedette.models.inputs;

import io.vedette.schema.Raster;
import java.util.zip.CRC32;

/** Pictures that any language can make, to compare with what a toolkit makes of them. */
final class Noise {

    private Noise() {}

    /** The bytes that a small linear congruential generator makes. */
    static byte[] bgr(int width, int height) {
        byte[] bytes = new byte[3 * width * height];
        int state = 1;
        for (int i = 0; i < bytes.length; i++) {
            state = (state * 1103515245 + 12345) & 0x7fffffff;
            bytes[i] = (byte) (state >> 16);
        }
        return bytes;
    }

    /** The pixels of a raster, whose planes are three or one, as toolkits order them. */
    static byte[] interleaved(Raster raster) {
        byte[] planes = raster.data();
        int channels = raster.color().channels();
        byte[] pixels = new byte[planes.length];
        for (int i = 0; i < planes.length; i++) {
            pixels[i] = planes[i % channels * (planes.length / channels) + i / channels];
        }
        return pixels;
    }

    static String checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
