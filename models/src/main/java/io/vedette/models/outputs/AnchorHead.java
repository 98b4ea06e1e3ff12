package io.vedette.models.outputs;

import java.util.List;

/**
 * One raw head: for each anchor and cell a box, an objectness and class scores.
 *
 * @param stride pixels of the input per cell
 * @param anchors width, height, width, height, … in pixels
 * @param numbers of an anchor in a cell
 */
record AnchorHead(int stride, List<Float> anchors, int numbers, int rows, int columns) {

    int anchorCount() {
        return anchors.size() / 2;
    }

    float anchorWidth(int anchor) {
        return anchors.get(2 * anchor);
    }

    float anchorHeight(int anchor) {
        return anchors.get(2 * anchor + 1);
    }

    int cells() {
        return rows * columns;
    }

    /** Boxes of all anchors. */
    int candidates() {
        return anchorCount() * cells();
    }

    /** All numbers of a frame, as they are counted out. */
    @Override
    public String toString() {
        return "%d x %d x %d x %d".formatted(anchorCount(), numbers, rows, columns);
    }
}
