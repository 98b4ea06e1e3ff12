package io.vedette.models.inputs;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.platform.Fp16Conversions;
import io.vedette.schema.Raster;
import java.nio.ByteBuffer;

/**
 * Writes rasters as a network wants them: interleaved bytes become values {@code (byte - mean) /
 * std} of the tensor's type, in planes or interleaved. One thread at a time.
 */
public abstract class PixelWriter {

    private final int channels;
    private final Layout layout;

    private PixelWriter(ModelInput input) {
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
            case FLOAT -> new Floats(input);
            case FLOAT16 -> new Halves(input);
            case UINT8 -> new Bytes(input, 0, 255);
            case INT8 -> new Bytes(input, Byte.MIN_VALUE, Byte.MAX_VALUE);
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
        int width = raster.width();
        int values = raster.data().length;
        for (int y = 0; y < raster.height(); y++) {
            int row = y * width * channels;
            if (layout == Layout.NHWC) {
                interleaved(raster.data(), row, width, target, frame * values + row);
            } else {
                for (int c = 0; c < channels; c++) {
                    int plane = frame * values + (c * raster.height() + y) * width;
                    plane(raster.data(), row + c, width, c, target, plane);
                }
            }
        }
    }

    private void interleaved(byte[] data, int row, int width, ByteBuffer target, int to) {
        for (int c = 0; c < channels; c++) {
            fill(data, row + c, channels, width, c, c, channels);
        }
        flush(target, to, width * channels);
    }

    private void plane(byte[] data, int from, int width, int c, ByteBuffer target, int to) {
        fill(data, from, channels, width, c, 0, 1);
        flush(target, to, width);
    }

    /** Looks the values of one channel of a row up, into a row of our own. */
    abstract void fill(byte[] data, int from, int step, int pixels, int c, int to, int toStep);

    /** Copies our own row into the tensor. */
    abstract void flush(ByteBuffer target, int to, int values);

    private static float[][] normalized(ModelInput input) {
        float[][] tables = new float[input.raster().color().channels()][256];
        for (int c = 0; c < tables.length; c++) {
            for (int value = 0; value < 256; value++) {
                tables[c][value] = (value - input.mean().get(c)) / input.std().get(c);
            }
        }
        return tables;
    }

    private static int rowLength(ModelInput input) {
        return input.raster().width() * input.raster().color().channels();
    }

    private static final class Floats extends PixelWriter {

        private final float[][] tables;
        private final float[] row;

        Floats(ModelInput input) {
            super(input);
            tables = normalized(input);
            row = new float[rowLength(input)];
        }

        @Override
        void fill(byte[] data, int from, int step, int pixels, int c, int to, int toStep) {
            float[] table = tables[c];
            for (int x = 0; x < pixels; x++) {
                row[to + x * toStep] = table[data[from + x * step] & 0xff];
            }
        }

        @Override
        void flush(ByteBuffer target, int to, int values) {
            target.asFloatBuffer().put(to, row, 0, values);
        }
    }

    private static final class Halves extends PixelWriter {

        private final short[][] tables;
        private final short[] row;

        Halves(ModelInput input) {
            super(input);
            float[][] floats = normalized(input);
            tables = new short[floats.length][256];
            for (int c = 0; c < floats.length; c++) {
                for (int value = 0; value < 256; value++) {
                    tables[c][value] = Fp16Conversions.floatToFp16(floats[c][value]);
                }
            }
            row = new short[rowLength(input)];
        }

        @Override
        void fill(byte[] data, int from, int step, int pixels, int c, int to, int toStep) {
            short[] table = tables[c];
            for (int x = 0; x < pixels; x++) {
                row[to + x * toStep] = table[data[from + x * step] & 0xff];
            }
        }

        @Override
        void flush(ByteBuffer target, int to, int values) {
            target.asShortBuffer().put(to, row, 0, values);
        }
    }

    private static final class Bytes extends PixelWriter {

        private final byte[][] tables;
        private final byte[] row;

        Bytes(ModelInput input, int low, int high) {
            super(input);
            float[][] floats = normalized(input);
            tables = new byte[floats.length][256];
            for (int c = 0; c < floats.length; c++) {
                for (int value = 0; value < 256; value++) {
                    int nearest = Math.round(floats[c][value]);
                    tables[c][value] = (byte) Math.max(low, Math.min(nearest, high));
                }
            }
            row = new byte[rowLength(input)];
        }

        @Override
        void fill(byte[] data, int from, int step, int pixels, int c, int to, int toStep) {
            byte[] table = tables[c];
            for (int x = 0; x < pixels; x++) {
                row[to + x * toStep] = table[data[from + x * step] & 0xff];
            }
        }

        @Override
        void flush(ByteBuffer target, int to, int values) {
            target.put(to, row, 0, values);
        }
    }
}
