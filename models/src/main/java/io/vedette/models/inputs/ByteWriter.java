package io.vedette.models.inputs;

import java.nio.ByteBuffer;

/** Pixels as the nearest bytes of a range. */
final class ByteWriter extends PixelWriter {

    private final byte[][] tables;
    private final byte[] row;

    ByteWriter(ModelInput input, int low, int high) {
        super(input);
        float[][] floats = values(input);
        tables = new byte[floats.length][256];
        for (int c = 0; c < floats.length; c++) {
            for (int value = 0; value < 256; value++) {
                int nearest = Math.round(floats[c][value]);
                tables[c][value] = (byte) Math.max(low, Math.min(nearest, high));
            }
        }
        row = new byte[rowLength(input)];
    }

    @Override
    void lookUp(int channel, byte[] data, int from, int step, int pixels, int to, int toStep) {
        byte[] table = tables[channel];
        int at = from;
        int slot = to;
        int x = 0;
        for (; x < pixels - 3; x += 4, at += 4 * step, slot += 4 * toStep) {
            byte first = table[data[at] & 0xff];
            byte second = table[data[at + step] & 0xff];
            byte third = table[data[at + 2 * step] & 0xff];
            byte fourth = table[data[at + 3 * step] & 0xff];
            row[slot] = first;
            row[slot + toStep] = second;
            row[slot + 2 * toStep] = third;
            row[slot + 3 * toStep] = fourth;
        }
        for (; x < pixels; x++, at += step, slot += toStep) {
            row[slot] = table[data[at] & 0xff];
        }
    }

    @Override
    void copy(int from, int values, ByteBuffer target, int to) {
        target.put(to, row, from, values);
    }
}
