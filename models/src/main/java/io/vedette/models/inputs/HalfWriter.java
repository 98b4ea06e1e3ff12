package io.vedette.models.inputs;

import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;

/** Pixels as 16-bit floats. */
final class HalfWriter extends PixelWriter {

    private final short[][] tables;
    private final short[][] rows;

    HalfWriter(ModelInput input) {
        super(input);
        float[][] floats = values(input);
        tables = new short[floats.length][256];
        for (int c = 0; c < floats.length; c++) {
            for (int value = 0; value < 256; value++) {
                tables[c][value] = Fp16Conversions.floatToFp16(floats[c][value]);
            }
        }
        rows = new short[rows(input)][rowLength(input)];
    }

    @Override
    void plane(int channel, byte[] data, int from, int step) {
        short[] table = tables[channel];
        short[] row = rows[channel];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x * step] & 0xff];
        }
    }

    @Override
    void interleaved(byte[] data, int from) {
        short[] first = tables[0];
        short[] second = tables[1];
        short[] third = tables[2];
        short[] row = rows[0];
        for (int x = 0; x < row.length - 2; x += 3) {
            row[x] = first[data[from + x] & 0xff];
            row[x + 1] = second[data[from + x + 1] & 0xff];
            row[x + 2] = third[data[from + x + 2] & 0xff];
        }
    }

    @Override
    void copy(int row, ByteBuffer target, int to) {
        target.asShortBuffer().put(to, rows[row]);
    }
}
