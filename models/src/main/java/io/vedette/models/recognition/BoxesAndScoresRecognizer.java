package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.BGR_BYTES;
import static io.vedette.models.recognition.Preparation.DAMO_YOLO;
import static io.vedette.models.recognition.Preparation.RGB_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Preparation.ULTRAFACE;
import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Preparation.YOLOX;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Optional;

/**
 * Decoded boxes beside class scores, not yet suppressed: YOLO-NAS, PP-YOLOE, DAMO-YOLO, UltraFace,
 * SSD.
 */
final class BoxesAndScoresRecognizer implements FormatRecognizer {

    @Override
    public List<Guess> recognize(Observation seen) {
        return BoxesBesideScores.of(seen)
                .filter(found -> areProbabilities(found.scores()))
                .flatMap(found -> reading(seen, found.boxes()).map(box -> guess(seen, found, box)))
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean areProbabilities(Table scores) {
        return scores.columns(0, scores.columns()).isProbability();
    }

    private static Optional<BoxReading> reading(Observation seen, Table boxes) {
        return Strides.of(seen, boxes.rows(), 1)
                .map(strides -> GridOrder.of(seen, boxes, strides, 1))
                .flatMap(order -> BoxReading.ofGrid(boxes, order))
                .or(() -> BoxReading.of(boxes, 0));
    }

    private static Guess guess(Observation seen, BoxesBesideScores found, BoxReading box) {
        boolean first = found.areDistributions() && found.isMostlyFirst();
        boolean last = found.areDistributions() && found.isMostlyLast();
        int columns = found.scores().columns();
        Guess guess =
                Guess.of(
                        OutputFormat.BOXES_SCORES,
                        LIKELY,
                        "%d boxes beside %d scores each".formatted(found.boxes().rows(), columns),
                        first || last ? columns - 1 : columns,
                        preparations(seen, found));
        guess = box.describe(guess);
        if (first || last) {
            guess =
                    guess.with(
                            "background",
                            first ? "first" : "last",
                            SURE,
                            "scores of a box sum to 1, and most boxes are of this class");
        }
        return found.named(guess);
    }

    private static Preparation[] preparations(Observation seen, BoxesBesideScores found) {
        if (found.scores().columns() == 2 && UltraFaceAnchors.cover(seen, found.boxes().rows())) {
            return new Preparation[] {ULTRAFACE};
        }
        if (found.areDistributions()) {
            return new Preparation[] {BGR_BYTES, RGB_FRACTIONS, RGB_IMAGENET, RGB_BYTES};
        }
        return new Preparation[] {ULTRALYTICS, DAMO_YOLO, YOLOX, RGB_IMAGENET};
    }
}
