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
    private final boolean planar;

    PixelWriter(ModelInput input) {
        channels = input.raster().color().channels();
        planar = isPlanar(input);
    }

    private static boolean isPlanar(ModelInput input) {
        return input.layout() == Layout.NCHW || input.raster().color().channels() == 1;
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
        int planeSize = raster.width() * raster.height();
        for (int y = 0; y < raster.height(); y++) {
            int from = y * rowBytes;
            if (y == 0
                    || !Arrays.equals(data, from - rowBytes, from, data, from, from + rowBytes)) {
                lookUp(data, from);
            }
            if (planar) {
                for (int c = 0; c < channels; c++) {
                    copy(c, target, frame * data.length + c * planeSize + y * raster.width());
                }
            } else {
                copy(0, target, frame * data.length + from);
            }
        }
    }

    private void lookUp(byte[] data, int from) {
        if (channels == 1) {
            grey(data, from);
        } else if (planar) {
            planes(data, from);
        } else {
            interleaved(data, from);
        }
    }

    /** Looks the values of a row of grey pixels up, into our own only row. */
    abstract void grey(byte[] data, int from);

    /** Looks the values of all three channels up, of a row of pixels, into a row for each. */
    abstract void planes(byte[] data, int from);

    /** Looks the values of all three channels up, of a row of pixels, into our own first row. */
    abstract void interleaved(byte[] data, int from);

    /** Copies one of our own rows into the tensor. */
    abstract void copy(int row, ByteBuffer target, int to);

    /** Rows of our own: one for each plane, else one. */
    static int rows(ModelInput input) {
        return isPlanar(input) ? input.raster().color().channels() : 1;
    }

    static int rowLength(ModelInput input) {
        int width = input.raster().width();
        return isPlanar(input) ? width : width * input.raster().color().channels();
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
