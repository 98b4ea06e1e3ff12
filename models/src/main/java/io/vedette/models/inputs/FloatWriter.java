package io.vedette.models.inputs;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Pixels as 32-bit floats. */
final class FloatWriter extends PixelWriter {

    private final float[][] tables;
    private final float[] row;
    private FloatBuffer values = FloatBuffer.allocate(0);

    FloatWriter(ModelInput input) {
        super(input, false);
        tables = values(input);
        row = new float[rowLength(input)];
    }

    @Override
    void lookUp(int channel, byte[] data, int from) {
        float[] table = tables[channel];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x] & 0xff];
        }
    }

    @Override
    void interleave(int channel, byte[] data, int from) {
        float[] table = tables[channel];
        for (int x = channel, i = from; x < row.length; x += 3, i++) {
            row[x] = table[data[i] & 0xff];
        }
    }

    @Override
    void open(ByteBuffer target) {
        values = target.asFloatBuffer();
    }

    @Override
    void copy(int to) {
        values.put(to, row);
    }
}
