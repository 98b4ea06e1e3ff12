package io.vedette.models.recognition;

import java.util.List;
import java.util.Optional;

/**
 * An output that is a map: some numbers for every cell of the picture.
 *
 * @param stride pixels per cell
 * @param perCell anchors of a cell, where a dimension counts them; else 0
 * @param numbers of a cell, or of an anchor where these have a dimension
 * @param channelsLast whether the numbers of a cell lie together
 */
record HeadMap(SeenTensor tensor, int stride, int perCell, int numbers, boolean channelsLast) {

    private static final List<Integer> STRIDES = List.of(4, 8, 16, 32, 64, 128);

    /** Empty where an output is no map. */
    static Optional<HeadMap> of(Observation seen, SeenTensor output) {
        return STRIDES.stream().flatMap(stride -> of(seen, output, stride).stream()).findFirst();
    }

    private static Optional<HeadMap> of(Observation seen, SeenTensor output, int stride) {
        int rows = Strides.rows(seen, stride);
        int columns = Strides.columns(seen, stride);
        if (rows * columns < 4
                || output.rank() < 4
                || output.rank() > 5
                || output.values().length == 0) {
            return Optional.empty();
        }
        if (output.rank() == 5) {
            int cellsAt = isAt(output, 2, rows, columns) ? 2 : 1;
            int anchorsAt = cellsAt == 2 ? 1 : 3;
            return isAt(output, cellsAt, rows, columns)
                    ? Optional.of(
                            new HeadMap(
                                    output, stride, output.size(anchorsAt), output.size(4), true))
                    : Optional.empty();
        }
        if (isAt(output, 2, rows, columns)) {
            return Optional.of(new HeadMap(output, stride, 0, output.size(1), false));
        }
        return isAt(output, 1, rows, columns)
                ? Optional.of(new HeadMap(output, stride, 0, output.size(3), true))
                : Optional.empty();
    }

    private static boolean isAt(SeenTensor output, int dimension, int rows, int columns) {
        return output.size(dimension) == rows && output.size(dimension + 1) == columns;
    }

    /** One of the numbers of all cells, where no dimension counts anchors. */
    Column channel(int channel) {
        return channels(channel, channel + 1);
    }

    /** Neighbouring numbers of all cells, where no dimension counts anchors. */
    Column channels(int first, int end) {
        int cells = tensor.size(channelsLast ? 1 : 2) * tensor.size(channelsLast ? 2 : 3);
        float[] chosen = new float[(end - first) * cells];
        for (int i = 0; i < chosen.length; i++) {
            int cell = i % cells;
            int channel = first + i / cells;
            chosen[i] =
                    tensor.values()[
                            channelsLast ? cell * numbers + channel : channel * cells + cell];
        }
        return Column.of(chosen, 0, 1, chosen.length);
    }

    /** All maps of a graph; empty where one of its outputs is none. */
    static List<HeadMap> all(Observation seen) {
        List<HeadMap> maps =
                seen.outputs().stream().flatMap(output -> of(seen, output).stream()).toList();
        return maps.size() == seen.outputs().size() ? maps : List.of();
    }
}
