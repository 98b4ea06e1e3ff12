package io.vedette.models.recognition;

import java.util.List;
import java.util.Optional;

/** The sets of strides that detectors are built with. */
final class Strides {

    /** Of most: YOLO since version 3, YOLOX, NanoDet. */
    static final List<Integer> USUAL = List.of(8, 16, 32);

    private static final List<List<Integer>> KNOWN =
            List.of(
                    USUAL,
                    List.of(8, 16, 32, 64),
                    List.of(16, 32),
                    List.of(4, 8, 16, 32),
                    List.of(4, 8, 16),
                    List.of(8, 16, 32, 64, 128),
                    List.of(16),
                    List.of(32),
                    List.of(8));

    private Strides() {}

    /**
     * The strides whose cells are as many as the rows of an output.
     *
     * @param perCell rows of one cell
     */
    static Optional<List<Integer>> of(Observation seen, int rows, int perCell) {
        return KNOWN.stream()
                .filter(strides -> (long) cells(seen, strides) * perCell == rows)
                .findFirst();
    }

    private static int cells(Observation seen, List<Integer> strides) {
        return strides.stream().mapToInt(s -> columns(seen, s) * rows(seen, s)).sum();
    }

    /** Cells beside each other; a part of a cell at the edge counts. */
    static int columns(Observation seen, int stride) {
        return (seen.width() + stride - 1) / stride;
    }

    /** Cells below each other. */
    static int rows(Observation seen, int stride) {
        return (seen.height() + stride - 1) / stride;
    }
}
