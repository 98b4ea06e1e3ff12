package io.vedette.models.onnx;

import java.nio.FloatBuffer;

/**
 * One output tensor of a run, as 32-bit floats whatever the graph's own type is. Integers above
 * 2<sup>24</sup> lose their last digits.
 *
 * @param shape its dimensions
 * @param values row-major; valid until the next run
 */
public record RawOutput(String name, long[] shape, FloatBuffer values) {

    /** Values of one frame, where the first dimension is the batch. */
    public int stride() {
        return shape.length == 0 || shape[0] == 0 ? 0 : values.limit() / (int) shape[0];
    }

    /** A dimension. */
    public int size(int dimension) {
        return (int) shape[dimension];
    }

    /** Copies values, from a position in {@link #values} to the start of an array. */
    public void copy(int from, float[] target, int count) {
        values.get(from, target, 0, count);
    }
}
