package io.vedette.models.inputs;

import java.nio.ByteBuffer;

/** Pixels as the nearest bytes of a range. */
final class ByteWriter extends PixelWriter {

    private final byte[][] tables;
    private final byte[] row;
    private ByteBuffer values = ByteBuffer.allocate(0);

    ByteWriter(ModelInput input, int low, int high) {
        super(input, low == 0 && isPlain(input));
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

    private static boolean isPlain(ModelInput input) {
        return input.mean().stream().allMatch(mean -> mean == 0)
                && input.std().stream().allMatch(std -> std == 1);
    }

    @Override
    void lookUp(int channel, byte[] data, int from) {
        byte[] table = tables[channel];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x] & 0xff];
        }
    }

    @Override
    void interleave(int channel, byte[] data, int from) {
        byte[] table = tables[channel];
        for (int x = channel, i = from; x < row.length; x += 3, i++) {
            row[x] = table[data[i] & 0xff];
        }
    }

    @Override
    void open(ByteBuffer target) {
        values = target;
    }

    @Override
    void copy(int to) {
        values.put(to, row);
    }
}
