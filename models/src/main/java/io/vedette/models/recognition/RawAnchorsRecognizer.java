package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.BGR_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Optional;

/**
 * Corrections of anchor boxes beside scores, before they are made boxes: UltraFace, RetinaFace and
 * other SSD, and BlazeFace.
 */
final class RawAnchorsRecognizer implements FormatRecognizer {

    private static final int BLAZEFACE_NUMBERS = 16;
    private static final int BLAZEFACE_ANCHORS = 896;

    @Override
    public List<Guess> recognize(Observation seen) {
        return blazeFace(seen).map(List::of).orElseGet(() -> ssd(seen));
    }

    private static Optional<Guess> blazeFace(Observation seen) {
        List<Table> tables =
                seen.outputs().stream().flatMap(output -> Table.of(output).stream()).toList();
        boolean fits =
                tables.size() == 2
                        && tables.stream().allMatch(t -> t.rows() == BLAZEFACE_ANCHORS)
                        && tables.stream().anyMatch(t -> t.columns() == BLAZEFACE_NUMBERS)
                        && tables.stream().anyMatch(t -> t.columns() == 1);
        return fits
                ? Optional.of(
                        Guess.of(
                                OutputFormat.BLAZEFACE,
                                SURE,
                                "896 anchors with 16 numbers and a score",
                                1,
                                Preparation.BLAZEFACE))
                : Optional.empty();
    }

    private static List<Guess> ssd(Observation seen) {
        return BoxesBesideScores.of(seen)
                .filter(found -> BoxReading.of(found.boxes(), 0).isEmpty())
                .filter(BoxesBesideScores::isMostlyFirst)
                .map(found -> ssd(seen, found))
                .orElse(List.of());
    }

    private static List<Guess> ssd(Observation seen, BoxesBesideScores found) {
        int rows = found.boxes().rows();
        int classes = found.scores().columns() - 1;
        String reason = "%d corrections of anchors, which are no boxes".formatted(rows);
        if (classes == 1 && UltraFaceAnchors.cover(seen, rows)) {
            return List.of(
                    Guess.of(
                            OutputFormat.ULTRAFACE_HEADS,
                            SURE,
                            reason,
                            classes,
                            Preparation.ULTRAFACE));
        }
        if (classes == 1 && Strides.of(seen, rows, 2).filter(Strides.USUAL::equals).isPresent()) {
            return List.of(
                    Guess.of(
                            OutputFormat.SSD_HEADS,
                            LIKELY,
                            reason,
                            classes,
                            Preparation.RETINAFACE));
        }
        return Strides.of(seen, rows, 1)
                .map(strides -> ofCells(found.scores(), classes, reason, strides))
                .map(List::of)
                .orElse(List.of());
    }

    /** One anchor a cell, of which toolkits make a square four cells wide. */
    private static Guess ofCells(Table scores, int classes, String reason, List<Integer> strides) {
        List<List<Integer>> anchors = strides.stream().map(s -> List.of(4 * s, 4 * s)).toList();
        Guess guess =
                Guess.of(
                                OutputFormat.SSD_HEADS,
                                LIKELY,
                                reason,
                                classes,
                                RGB_FRACTIONS,
                                BGR_BYTES,
                                RGB_IMAGENET)
                        .with("strides", strides, LIKELY, "so many cells are there")
                        .with("anchors", anchors, GUESS, "the custom of one anchor a cell");
        return scores.columns(0, classes + 1).isProbability()
                ? guess
                : guess.with("scores", "softmax", LIKELY, "they are no probabilities");
    }
}
