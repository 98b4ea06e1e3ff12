package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;

/** The values of one frame of an output, in an array that is used again. One thread at a time. */
final class FrameValues {

    private float[] array = {};
    private int size;

    /**
     * Reads a frame.
     *
     * @param batched whether the first dimension counts frames; else all values are of the frame
     * @return at least the values of the frame; the same array until a larger one is needed
     */
    float[] read(RawOutput output, int frame, boolean batched) {
        size = batched ? output.stride() : output.values().limit();
        if (array.length < size) {
            array = new float[size];
        }
        output.copy(batched ? frame * size : 0, array, size);
        return array;
    }

    /** How many values the frame has. */
    int size() {
        return size;
    }
}
