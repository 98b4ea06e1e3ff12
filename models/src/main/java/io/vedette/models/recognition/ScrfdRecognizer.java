package io.vedette.models.recognition;

import static io.vedette.models.recognition.Sureness.LIKELY;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Optional;

/** SCRFD: for each stride scores, distances and maybe landmarks of faces, one or two a cell. */
final class ScrfdRecognizer implements FormatRecognizer {

    private static final int SCORE = 1;
    private static final int DISTANCES = 4;
    private static final int LANDMARKS = 10;

    @Override
    public List<Guess> recognize(Observation seen) {
        int outputs = seen.outputs().size();
        int levels = outputs / (count(seen, LANDMARKS) > 0 ? 3 : 2);
        boolean fits =
                levels >= 3
                        && count(seen, SCORE) == levels
                        && count(seen, DISTANCES) == levels
                        && count(seen, SCORE) + count(seen, DISTANCES) + count(seen, LANDMARKS)
                                == outputs;
        return fits
                ? List.of(
                        Guess.of(
                                OutputFormat.SCRFD,
                                LIKELY,
                                "a score and 4 distances for each of %d strides".formatted(levels),
                                1,
                                Preparation.SCRFD))
                : List.of();
    }

    /** Outputs that have so many numbers for each of one or two anchors a cell. */
    private static long count(Observation seen, int numbers) {
        return seen.outputs().stream()
                .map(Table::of)
                .flatMap(Optional::stream)
                .filter(table -> table.columns() == numbers)
                .filter(table -> numbers != SCORE || table.column(0).isProbability())
                .filter(table -> isOfStride(seen, table.rows()))
                .count();
    }

    private static boolean isOfStride(Observation seen, int rows) {
        return List.of(8, 16, 32, 64, 128).stream()
                .map(stride -> Strides.columns(seen, stride) * Strides.rows(seen, stride))
                .anyMatch(cells -> rows == cells || rows == 2 * cells);
    }
}
