package io.vedette.models.inputs;

import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;

/** Pixels as 16-bit floats. */
final class HalfWriter extends PixelWriter {

    private final short[][] tables;
    private final short[] row;

    HalfWriter(ModelInput input) {
        super(input);
        float[][] floats = values(input);
        tables = new short[floats.length][256];
        for (int c = 0; c < floats.length; c++) {
            for (int value = 0; value < 256; value++) {
                tables[c][value] = Fp16Conversions.floatToFp16(floats[c][value]);
            }
        }
        row = new short[rowLength(input)];
    }

    @Override
    void lookUp(int channel, byte[] data, int from, int step, int pixels, int to, int toStep) {
        short[] table = tables[channel];
        int at = from;
        int slot = to;
        int x = 0;
        for (; x < pixels - 3; x += 4, at += 4 * step, slot += 4 * toStep) {
            short first = table[data[at] & 0xff];
            short second = table[data[at + step] & 0xff];
            short third = table[data[at + 2 * step] & 0xff];
            short fourth = table[data[at + 3 * step] & 0xff];
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
        target.asShortBuffer().put(to, row, from, values);
    }
}
