package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/**
 * The rows of an output, or parts of them, that hold numbers of a stride's cells, row by row of the
 * grid.
 *
 * @param output its index
 * @param first the row of the first cell
 * @param width numbers of a row
 * @param column where in a row the numbers start
 */
record CellRows(int output, int first, int width, int column) {

    /** All rows of an output. */
    static CellRows of(int output, int width) {
        return new CellRows(output, 0, width, 0);
    }

    /** Copies numbers of a cell to the start of an array. */
    void copy(List<RawOutput> outputs, int frame, int cell, float[] target, int count) {
        RawOutput values = outputs.get(output);
        int row = frame * values.stride() + (first + cell) * width;
        values.copy(row + column, target, count);
    }
}
