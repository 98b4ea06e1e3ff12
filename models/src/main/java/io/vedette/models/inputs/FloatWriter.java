package io.vedette.models.inputs;

import java.nio.ByteBuffer;

/** Pixels as 32-bit floats. */
final class FloatWriter extends PixelWriter {

    private final float[][] tables;
    private final float[] row;

    FloatWriter(ModelInput input) {
        super(input);
        tables = values(input);
        row = new float[rowLength(input)];
    }

    @Override
    void lookUp(int channel, byte[] data, int from, int step, int pixels, int to, int toStep) {
        float[] table = tables[channel];
        int at = from;
        int slot = to;
        int x = 0;
        for (; x < pixels - 3; x += 4, at += 4 * step, slot += 4 * toStep) {
            float first = table[data[at] & 0xff];
            float second = table[data[at + step] & 0xff];
            float third = table[data[at + 2 * step] & 0xff];
            float fourth = table[data[at + 3 * step] & 0xff];
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
        target.asFloatBuffer().put(to, row, from, values);
    }
}
