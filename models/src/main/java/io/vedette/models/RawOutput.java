package io.vedette.models;

import java.nio.FloatBuffer;

/**
 * One output tensor of a run.
 *
 * @param shape its dimensions, batch first
 * @param values row-major
 */
record RawOutput(String name, long[] shape, FloatBuffer values) {

    /** Values of one frame. */
    int stride() {
        return values.limit() / (int) shape[0];
    }
}
