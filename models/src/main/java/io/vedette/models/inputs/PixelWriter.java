package io.vedette.models.inputs;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.schema.Raster;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes rasters as a network wants them: interleaved bytes become values {@code (byte - mean) /
 * std} of the tensor's type, in planes or interleaved. One thread at a time.
 */
public abstract sealed class PixelWriter permits FloatWriter, HalfWriter, ByteWriter {

    private final int channels;
    private final Layout layout;

    PixelWriter(ModelInput input) {
        channels = input.raster().color().channels();
        layout = input.layout();
    }

    /**
     * A writer for a tensor's type: 32-bit float, 16-bit float, or byte, signed or not, which takes
     * the nearest value that it can hold.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static PixelWriter of(ModelInput input, OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> new FloatWriter(input);
            case FLOAT16 -> new HalfWriter(input);
            case UINT8 -> new ByteWriter(input, 0, 255);
            case INT8 -> new ByteWriter(input, Byte.MIN_VALUE, Byte.MAX_VALUE);
            default -> throw new IllegalArgumentException("No pixels are written as " + type + ".");
        };
    }

    /** Whether there is a writer for a type. */
    public static boolean knows(OnnxJavaType type) {
        return type == OnnxJavaType.FLOAT
                || type == OnnxJavaType.FLOAT16
                || type == OnnxJavaType.UINT8
                || type == OnnxJavaType.INT8;
    }

    /** Writes one frame of a batch. A row that repeats the one above, as padding does, is cheap. */
    public final void write(Raster raster, ByteBuffer target, int frame) {
        byte[] data = raster.data();
        int rowBytes = raster.width() * channels;
        for (int y = 0; y < raster.height(); y++) {
            int row = y * rowBytes;
            if (y == 0 || !repeats(data, row, rowBytes)) {
                lookUp(data, row, raster.width());
            }
            if (layout == Layout.NHWC) {
                copy(0, rowBytes, target, frame * data.length + row);
            } else {
                copyPlanes(raster, y, target, frame * data.length);
            }
        }
    }

    private static boolean repeats(byte[] data, int row, int rowBytes) {
        return Arrays.equals(data, row - rowBytes, row, data, row, row + rowBytes);
    }

    private void lookUp(byte[] data, int row, int width) {
        for (int c = 0; c < channels; c++) {
            if (layout == Layout.NHWC) {
                lookUp(c, data, row + c, channels, width, c, channels);
            } else {
                lookUp(c, data, row + c, channels, width, c * width, 1);
            }
        }
    }

    private void copyPlanes(Raster raster, int y, ByteBuffer target, int frameStart) {
        int width = raster.width();
        for (int c = 0; c < channels; c++) {
            copy(c * width, width, target, frameStart + (c * raster.height() + y) * width);
        }
    }

    /**
     * Looks the values of one channel of a row up, into a row of our own. Four at a time: a plain
     * loop takes half as long again.
     */
    abstract void lookUp(
            int channel, byte[] data, int from, int step, int pixels, int to, int toStep);

    /** Copies a part of our own row into the tensor. */
    abstract void copy(int from, int values, ByteBuffer target, int to);

    static int rowLength(ModelInput input) {
        return input.raster().width() * input.raster().color().channels();
    }

    /** The value of every byte, by channel. */
    static float[][] values(ModelInput input) {
        float[][] tables = new float[input.raster().color().channels()][256];
        for (int c = 0; c < tables.length; c++) {
            for (int value = 0; value < 256; value++) {
                tables[c][value] = (value - input.mean().get(c)) / input.std().get(c);
            }
        }
        return tables;
    }
}
