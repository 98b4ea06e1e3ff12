package io.vedette.sources.ffmpeg;

import java.io.IOException;

/**
 * The size of a JPEG picture in pixels, read from its frame header (ITU-T T.81, B.2.2) without
 * decoding anything.
 */
public record JpegSize(int width, int height) {

    private static final int START_OF_IMAGE = 0xFFD8;

    /**
     * Finds the size.
     *
     * @throws IOException if this is no JPEG or it ends before its size
     */
    public static JpegSize of(byte[] jpeg) throws IOException {
        if (jpeg.length < 4 || word(jpeg, 0) != START_OF_IMAGE) {
            throw new IOException("not a JPEG: it does not begin with the marker FF D8");
        }
        int at = 2;
        while (at + 9 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (isFrameHeader(marker)) {
                return new JpegSize(word(jpeg, at + 7), word(jpeg, at + 5));
            }
            at += marker == 0xFF ? 1 : standsAlone(marker) ? 2 : 2 + word(jpeg, at + 2);
        }
        throw new IOException("not a whole JPEG: it has no frame header");
    }

    private static boolean isFrameHeader(int marker) {
        boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= 0xC0 && marker <= 0xCF && !table;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9);
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    long pixels() {
        return (long) width * height;
    }
}
