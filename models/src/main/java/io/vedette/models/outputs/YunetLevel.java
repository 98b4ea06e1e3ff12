package io.vedette.models.outputs;

import java.util.stream.Stream;

/** What YuNet puts out for the cells of one stride. */
record YunetLevel(
        int stride, CellRows classes, CellRows objectness, CellRows boxes, CellRows landmarks) {

    static final int BOX = 4;
    static final int LANDMARKS = 10;

    /** Takes a stride's outputs; where one is missing, its index is negative. */
    static YunetLevel take(int stride, int classes, StrideOutputs outputs) {
        return new YunetLevel(
                stride,
                rows(stride, classes, outputs),
                rows(stride, 1, outputs),
                rows(stride, BOX, outputs),
                rows(stride, LANDMARKS, outputs));
    }

    private static CellRows rows(int stride, int width, StrideOutputs outputs) {
        return CellRows.of(outputs.take(stride, numbers -> numbers == width), width);
    }

    boolean isComplete() {
        return Stream.of(classes, objectness, boxes, landmarks).allMatch(row -> row.output() >= 0);
    }
}
