package io.vedette.models.recognition;

import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Faces of BlazeFace that the graph suppresses itself: rows of a box and six landmarks, without a
 * score, beside inputs for the thresholds.
 */
final class LandmarkRowsRecognizer implements FormatRecognizer {

    private static final int BOX = 4;
    private static final int LANDMARKS = 12;
    private static final int MOST_ROWS = 2000;

    @Override
    public List<Guess> recognize(Observation seen) {
        if (seen.outputs().size() != 1 || !isToldThresholds(seen)) {
            return List.of();
        }
        return Table.of(seen.outputs().get(0))
                .filter(rows -> rows.columns() == BOX + LANDMARKS && rows.rows() <= MOST_ROWS)
                .map(rows -> List.of(guess(rows)))
                .orElse(List.of());
    }

    private static boolean isToldThresholds(Observation seen) {
        return Stream.of("conf", "score", "iou", "nms_thresh").anyMatch(seen::hasInputNamed);
    }

    private static Guess guess(Table rows) {
        Optional<BoxReading> read =
                BoxReading.of(rows, 0).filter(box -> rows.rows() > 0 && box.form().equals("xyxy"));
        boolean pixels = read.filter(box -> box.units().equals("pixels")).isPresent();
        boolean told = rows.rows() > 0 && startsWithLeft(rows) != startsWithTop(rows);
        String form = told && startsWithLeft(rows) ? "xyxy" : "yxyx";
        return Guess.of(
                        OutputFormat.END_TO_END,
                        LIKELY,
                        "rows of a box and 12 more numbers, beside inputs for thresholds",
                        1,
                        Preparation.BLAZEFACE)
                .with("columns", columns(), LIKELY, "landmarks are behind the box")
                .with(
                        "boxes",
                        form,
                        told ? SURE : GUESS,
                        told ? "the landmarks lie within" : "as BlazeFace has it")
                .with(
                        "units",
                        pixels ? "pixels" : "fraction",
                        read.isPresent() ? LIKELY : GUESS,
                        pixels ? "numbers are large" : "as BlazeFace has it");
    }

    private static String columns() {
        return "[box, %s]".formatted(String.join(", ", Collections.nCopies(LANDMARKS, "skip")));
    }

    private static boolean startsWithLeft(Table rows) {
        return isWithin(rows, 0);
    }

    private static boolean startsWithTop(Table rows) {
        return isWithin(rows, 1);
    }

    /**
     * Whether the mean landmark of most rows lies within a box that starts with its left or top.
     */
    private static boolean isWithin(Table rows, int left) {
        int within = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double x = mean(rows, row, 0);
            double y = mean(rows, row, 1);
            if (rows.at(row, left) < x
                    && x < rows.at(row, left + 2)
                    && rows.at(row, 1 - left) < y
                    && y < rows.at(row, 3 - left)) {
                within++;
            }
        }
        return within > rows.rows() / 2;
    }

    private static double mean(Table rows, int row, int coordinate) {
        double sum = 0;
        for (int c = BOX + coordinate; c < BOX + LANDMARKS; c += 2) {
            sum += rows.at(row, c);
        }
        return sum * 2 / LANDMARKS;
    }
}
