package io.vedette.models;

import io.vedette.schema.Raster;
import java.nio.FloatBuffer;

/**
 * Writes a raster as the network wants it: interleaved bytes become planes of {@code (value - mean)
 * / std}. One thread at a time.
 */
final class PixelWriter {

    private final int channels;
    private final float[][] normalized;
    private final float[] row;

    PixelWriter(ModelInput input) {
        channels = input.raster().color().channels();
        normalized = new float[channels][256];
        row = new float[input.raster().width()];
        for (int c = 0; c < channels; c++) {
            for (int value = 0; value < 256; value++) {
                normalized[c][value] = (value - input.mean().get(c)) / input.std().get(c);
            }
        }
    }

    /** Writes one frame at an offset in floats. */
    void write(Raster raster, FloatBuffer target, int offset) {
        int width = raster.width();
        int height = raster.height();
        for (int y = 0; y < height; y++) {
            for (int c = 0; c < channels; c++) {
                fill(row, raster.data(), y * width * channels + c, normalized[c]);
                target.put(offset + (c * height + y) * width, row);
            }
        }
    }

    private void fill(float[] target, byte[] data, int start, float[] table) {
        int step = channels;
        int from = start;
        for (int x = 0; x < target.length; x++) {
            target[x] = table[data[from] & 0xff];
            from += step;
        }
    }
}
