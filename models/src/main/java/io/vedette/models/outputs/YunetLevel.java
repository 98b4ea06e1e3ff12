package io.vedette.models.outputs;

import org.jspecify.annotations.Nullable;

/** What YuNet puts out for the cells of one stride. */
record YunetLevel(
        int stride,
        TablePlace classes,
        TablePlace objectness,
        TablePlace boxes,
        TablePlace landmarks) {

    /** Numbers of a box. */
    static final int BOX = 4;

    /** Numbers of the landmarks of a face: x and y of five. */
    static final int LANDMARKS = 10;

    /** Takes a stride's outputs, told apart by how many numbers they have; null where one lacks. */
    static @Nullable YunetLevel take(StrideOutputs outputs, int stride, int labels) {
        @Nullable TablePlace classes = outputs.take(stride, numbers -> numbers == labels);
        @Nullable TablePlace objectness = outputs.take(stride, numbers -> numbers == 1);
        @Nullable TablePlace boxes = outputs.take(stride, numbers -> numbers == BOX);
        @Nullable TablePlace landmarks = outputs.take(stride, numbers -> numbers == LANDMARKS);
        return classes == null || objectness == null || boxes == null || landmarks == null
                ? null
                : new YunetLevel(stride, classes, objectness, boxes, landmarks);
    }
}
