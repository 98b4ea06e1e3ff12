package io.vedette.models.inputs;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.schema.Raster;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes rasters as a network wants them: bytes become values {@code (byte - mean) / std} of the
 * tensor's type, in planes or interleaved. One thread at a time.
 */
public abstract sealed class PixelWriter permits FloatWriter, HalfWriter, ByteWriter {

    private final int channels;
    private final boolean planar;
    private final boolean copies;

    /**
     * @param copies whether every byte stays as it is
     */
    PixelWriter(ModelInput input, boolean copies) {
        channels = input.raster().color().channels();
        planar = isPlanar(input);
        this.copies = copies;
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

    /** Writes one frame of a batch. */
    public final void write(Raster raster, ByteBuffer target, int frame) {
        int to = frame * raster.data().length;
        if (planar && copies) {
            target.put(to, raster.data());
            return;
        }
        open(target);
        if (planar) {
            writePlanes(raster, to);
        } else {
            writePixels(raster, to);
        }
    }

    /** A row that repeats the one above, as padding does, is cheap. */
    private void writePlanes(Raster raster, int to) {
        byte[] data = raster.data();
        int width = raster.width();
        int planeSize = width * raster.height();
        for (int from = 0; from < data.length; from += width) {
            boolean first = from % planeSize == 0;
            if (first || !Arrays.equals(data, from - width, from, data, from, from + width)) {
                lookUp(from / planeSize, data, from);
            }
            copy(to + from);
        }
    }

    private void writePixels(Raster raster, int to) {
        int planeSize = raster.width() * raster.height();
        for (int from = 0; from < planeSize; from += raster.width()) {
            for (int c = 0; c < channels; c++) {
                interleave(c, raster.data(), c * planeSize + from);
            }
            copy(to + channels * from);
        }
    }

    /** Looks up the values of a row of one channel, into our own row. */
    abstract void lookUp(int channel, byte[] data, int from);

    /** Looks up the values of a row of one of three channels, into its places in our own row. */
    abstract void interleave(int channel, byte[] data, int from);

    /** Makes a tensor the one that rows are copied into. */
    abstract void open(ByteBuffer target);

    /** Copies our own row into the tensor. */
    abstract void copy(int to);

    /** How many values our own row holds. */
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
