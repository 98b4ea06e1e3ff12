package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.nio.FloatBuffer;

/** The order, outermost first, in which the numbers of a raw head lie. */
enum HeadOrder {
    /** {@code [anchors, numbers, rows, columns]}. */
    ANCHOR_NUMBER_CELL,
    /** {@code [anchors, rows, columns, numbers]}. */
    ANCHOR_CELL_NUMBER,
    /** {@code [rows, columns, anchors, numbers]}. */
    CELL_ANCHOR_NUMBER;

    /** Whether an output holds a head in this order; neighbouring dimensions may be one. */
    boolean fits(Tensor output, AnchorHead head) {
        if (output.rank() < 3) {
            return false;
        }
        long[] axes = axes(head);
        int axis = 0;
        for (int dimension = 1; dimension < output.rank(); dimension++) {
            long size = output.size(dimension);
            if (size == Tensor.OPEN) {
                return true;
            }
            long product = 1;
            while (axis < axes.length && product * axes[axis] <= size) {
                product *= axes[axis++];
            }
            if (product != size) {
                return false;
            }
        }
        return axis == axes.length;
    }

    private long[] axes(AnchorHead head) {
        return switch (this) {
            case ANCHOR_NUMBER_CELL ->
                    new long[] {head.anchorCount(), head.numbers(), head.rows(), head.columns()};
            case ANCHOR_CELL_NUMBER ->
                    new long[] {head.anchorCount(), head.rows(), head.columns(), head.numbers()};
            case CELL_ANCHOR_NUMBER ->
                    new long[] {head.rows(), head.columns(), head.anchorCount(), head.numbers()};
        };
    }

    /** The cells of one anchor, row by row, in a head that begins at a position. */
    CandidateTable table(FloatBuffer values, int from, AnchorHead head, int anchor) {
        int cells = head.cells();
        int numbers = head.numbers();
        return switch (this) {
            case ANCHOR_NUMBER_CELL ->
                    new CandidateTable(values, from + anchor * numbers * cells, cells, 1, cells);
            case ANCHOR_CELL_NUMBER ->
                    new CandidateTable(values, from + anchor * cells * numbers, cells, numbers, 1);
            case CELL_ANCHOR_NUMBER ->
                    new CandidateTable(
                            values,
                            from + anchor * numbers,
                            cells,
                            head.anchorCount() * numbers,
                            1);
        };
    }
}
