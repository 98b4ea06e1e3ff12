package io.vedette.models.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of boxes and one with the scores of each.
 *
 * @param scores a row for each box, however the graph has them
 */
record BoxesBesideScores(Table boxes, Table scores) {

    /** The only such pair of a graph; of two that may be the boxes, the one named so. */
    static Optional<BoxesBesideScores> of(Observation seen) {
        List<Table> tables = new ArrayList<>();
        seen.outputs().stream()
                .filter(output -> !output.isOfIntegers())
                .forEach(
                        output ->
                                Table.of(output)
                                        .filter(table -> table.rows() * table.columns() > 1)
                                        .ifPresent(tables::add));
        if (tables.size() != 2) {
            return Optional.empty();
        }
        List<BoxesBesideScores> pairs = new ArrayList<>();
        for (Table boxes : tables) {
            if (boxes.columns() == 4 && boxes.rows() > 1) {
                tables.stream()
                        .filter(other -> other != boxes)
                        .flatMap(other -> beside(boxes, other).stream())
                        .forEach(pairs::add);
            }
        }
        return pairs.stream()
                .filter(pair -> pair.boxes.tensor().isNamed("box", "dets", "loc"))
                .findFirst()
                .or(() -> pairs.stream().findFirst());
    }

    private static Optional<BoxesBesideScores> beside(Table boxes, Table other) {
        if (other.tensor().rank() < Math.min(3, boxes.tensor().rank())) {
            return Optional.empty();
        }
        if (other.rows() == boxes.rows()) {
            return Optional.of(new BoxesBesideScores(boxes, other));
        }
        return other.columns() == boxes.rows()
                ? Optional.of(new BoxesBesideScores(boxes, other.transposed()))
                : Optional.empty();
    }

    /** Whether the scores of nearly every box are probabilities of which one must hold. */
    boolean areDistributions() {
        int distributions = 0;
        for (int row = 0; row < scores.rows(); row++) {
            double sum = 0;
            for (int c = 0; c < scores.columns(); c++) {
                sum += scores.at(row, c);
            }
            if (Math.abs(sum - 1) < 0.02) {
                distributions++;
            }
        }
        return scores.columns() > 1 && distributions > 0.95 * scores.rows();
    }

    /** Whether the first class is the best one of most boxes. */
    boolean isMostlyFirst() {
        return shareOfBest(0) > 0.5;
    }

    /** Whether the last class is the best one of most boxes. */
    boolean isMostlyLast() {
        return shareOfBest(scores.columns() - 1) > 0.5;
    }

    private double shareOfBest(int column) {
        int best = 0;
        for (int row = 0; row < scores.rows(); row++) {
            boolean highest = true;
            for (int c = 0; c < scores.columns() && highest; c++) {
                highest = c == column || scores.at(row, c) < scores.at(row, column);
            }
            if (highest) {
                best++;
            }
        }
        return (double) best / scores.rows();
    }

    /** A guess that names the two outputs. */
    Guess named(Guess guess) {
        return guess.with(
                "tensors",
                Tensors.of("boxes", boxes.tensor()).and("scores", scores.tensor()),
                Sureness.SURE,
                "told by their shapes");
    }
}
