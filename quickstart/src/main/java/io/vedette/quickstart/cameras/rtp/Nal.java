package io.vedette.quickstart.cameras.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A NAL unit within the picture that holds it, without its start code.
 *
 * @param data of the whole picture
 */
record Nal(byte[] data, int from, int length) {

    private static final int START_CODE = 3;

    /** The NAL units of a picture in the byte stream format (H.264 and H.265, Annex B). */
    static List<Nal> split(byte[] data) {
        List<Nal> units = new ArrayList<>();
        int from = next(data, 0);
        while (from < data.length) {
            int following = next(data, from);
            int to = following == data.length ? end(data, following) : following - START_CODE;
            units.add(trimmed(data, from, to));
            from = following;
        }
        units.removeIf(unit -> unit.length == 0);
        return units;
    }

    /** Where the bytes behind the next start code begin, or the end of the data. */
    private static int next(byte[] data, int from) {
        for (int i = from; i + START_CODE <= data.length; i++) {
            if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1) {
                return i + START_CODE;
            }
        }
        return data.length;
    }

    /** A start code at the very end opens nothing. */
    private static int end(byte[] data, int to) {
        boolean code =
                to >= START_CODE && data[to - 1] == 1 && data[to - 2] == 0 && data[to - 3] == 0;
        return code ? to - START_CODE : to;
    }

    /** A unit never ends with zero bytes: those belong to the next start code or are padding. */
    private static Nal trimmed(byte[] data, int from, int to) {
        int end = to;
        while (end > from && data[end - 1] == 0) {
            end--;
        }
        return new Nal(data, from, end - from);
    }

    int octet(int index) {
        return data[from + index] & 0xFF;
    }

    /** Type of an H.264 NAL unit. */
    int h264Type() {
        return octet(0) & 0x1F;
    }

    /** Type of an H.265 NAL unit. */
    int h265Type() {
        return (octet(0) >> 1) & 0x3F;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(data, from, from + length);
    }
}
