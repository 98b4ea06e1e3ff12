package io.vedette.models.inputs;

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
