package io.vedette.models.inputs;

import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/** Pixels as 16-bit floats. */
final class HalfWriter extends PixelWriter {

    private final short[][] tables;
    private final short[] row;
    private ShortBuffer values = ShortBuffer.allocate(0);

    HalfWriter(ModelInput input) {
        super(input, false);
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
    void lookUp(int channel, byte[] data, int from) {
        short[] table = tables[channel];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[data[from + x] & 0xff];
        }
    }

    @Override
    void interleave(int channel, byte[] data, int from) {
        short[] table = tables[channel];
        for (int x = channel, i = from; x < row.length; x += 3, i++) {
            row[x] = table[data[i] & 0xff];
        }
    }

    @Override
    void open(ByteBuffer target) {
        values = target.asShortBuffer();
    }

    @Override
    void copy(int to) {
        values.put(to, row);
    }
}
