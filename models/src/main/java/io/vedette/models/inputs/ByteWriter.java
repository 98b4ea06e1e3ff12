package io.vedette.models.inputs;

import java.nio.ByteBuffer;

/** Pixels as the nearest bytes of a range. */
final class ByteWriter extends PixelWriter {

    private final byte[][] tables;
    private final byte[][] rows;

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
        rows = new byte[rows(input)][rowLength(input)];
    }

    @Override
    void grey(byte[] data, int from) {
        byte[] table = tables[0];
        byte[] row = rows[0];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x] & 0xff];
        }
    }

    @Override
    void planes(byte[] data, int from) {
        byte[] first = tables[0];
        byte[] second = tables[1];
        byte[] third = tables[2];
        byte[] firstRow = rows[0];
        byte[] secondRow = rows[1];
        byte[] thirdRow = rows[2];
        for (int x = 0, i = from; x < firstRow.length; x++, i += 3) {
            firstRow[x] = first[data[i] & 0xff];
            secondRow[x] = second[data[i + 1] & 0xff];
            thirdRow[x] = third[data[i + 2] & 0xff];
        }
    }

    @Override
    void interleaved(byte[] data, int from) {
        byte[] first = tables[0];
        byte[] second = tables[1];
        byte[] third = tables[2];
        byte[] row = rows[0];
        for (int x = 0; x < row.length - 2; x += 3) {
            row[x] = first[data[from + x] & 0xff];
            row[x + 1] = second[data[from + x + 1] & 0xff];
            row[x + 2] = third[data[from + x + 2] & 0xff];
        }
    }

    @Override
    void copy(int row, ByteBuffer target, int to) {
        target.put(to, rows[row]);
    }
}
