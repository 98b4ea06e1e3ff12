package io.vedette.models.inputs;

import java.nio.ByteBuffer;

/** Pixels as 32-bit floats. */
final class FloatWriter extends PixelWriter {

    private final float[][] tables;
    private final float[][] rows;

    FloatWriter(ModelInput input) {
        super(input);
        tables = values(input);
        rows = new float[rows(input)][rowLength(input)];
    }

    @Override
    void grey(byte[] data, int from) {
        float[] table = tables[0];
        float[] row = rows[0];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x] & 0xff];
        }
    }

    @Override
    void planes(byte[] data, int from) {
        float[] first = tables[0];
        float[] second = tables[1];
        float[] third = tables[2];
        float[] firstRow = rows[0];
        float[] secondRow = rows[1];
        float[] thirdRow = rows[2];
        for (int x = 0, i = from; x < firstRow.length; x++, i += 3) {
            firstRow[x] = first[data[i] & 0xff];
            secondRow[x] = second[data[i + 1] & 0xff];
            thirdRow[x] = third[data[i + 2] & 0xff];
        }
    }

    @Override
    void interleaved(byte[] data, int from) {
        float[] first = tables[0];
        float[] second = tables[1];
        float[] third = tables[2];
        float[] row = rows[0];
        for (int x = 0; x < row.length - 2; x += 3) {
            row[x] = first[data[from + x] & 0xff];
            row[x + 1] = second[data[from + x + 1] & 0xff];
            row[x + 2] = third[data[from + x + 2] & 0xff];
        }
    }

    @Override
    void copy(int row, ByteBuffer target, int to) {
        target.asFloatBuffer().put(to, rows[row]);
    }
}
