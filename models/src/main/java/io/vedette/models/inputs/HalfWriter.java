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
    void grey(byte[] data, int from) {
        short[] table = tables[0];
        short[] row = rows[0];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x] & 0xff];
        }
    }

    @Override
    void planes(byte[] data, int from) {
        short[] first = tables[0];
        short[] second = tables[1];
        short[] third = tables[2];
        short[] firstRow = rows[0];
        short[] secondRow = rows[1];
        short[] thirdRow = rows[2];
        for (int x = 0, i = from; x < firstRow.length; x++, i += 3) {
            firstRow[x] = first[data[i] & 0xff];
            secondRow[x] = second[data[i + 1] & 0xff];
            thirdRow[x] = third[data[i + 2] & 0xff];
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
