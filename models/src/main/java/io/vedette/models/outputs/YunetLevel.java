package io.vedette.models.outputs;

import java.util.stream.Stream;

/** What YuNet puts out for the cells of one stride. */
record YunetLevel(
        int stride,
        TablePlace classes,
        TablePlace objectness,
        TablePlace boxes,
        TablePlace landmarks) {

    static final int BOX = 4;
    static final int LANDMARKS = 10;

    /** Takes a stride's outputs; where one is missing, its index is negative. */
    static YunetLevel take(int stride, int cells, int classes, StrideOutputs outputs) {
        return new YunetLevel(
                stride,
                rows(stride, cells, classes, outputs),
                rows(stride, cells, 1, outputs),
                rows(stride, cells, BOX, outputs),
                rows(stride, cells, LANDMARKS, outputs));
    }

    private static TablePlace rows(int stride, int cells, int width, StrideOutputs outputs) {
        int output = outputs.take(stride, numbers -> numbers == width);
        return TablePlace.rows(output, true, cells, width);
    }

    boolean isComplete() {
        return Stream.of(classes, objectness, boxes, landmarks).allMatch(row -> row.output() >= 0);
    }
}
