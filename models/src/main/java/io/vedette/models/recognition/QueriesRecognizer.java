package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;

/**
 * Raw answers of networks with queries: logits beside boxes of DETR, RT-DETR and RF-DETR, and the
 * single output of Ultralytics' RT-DETR.
 */
final class QueriesRecognizer implements FormatRecognizer {

    private static final int FEWEST_QUERIES = 50;
    private static final int MOST_QUERIES = 1500;
    private static final int BOX = 4;

    @Override
    public List<Guess> recognize(Observation seen) {
        return seen.outputs().size() == 1
                ? Table.of(seen.outputs().get(0)).map(t -> together(seen, t)).orElse(List.of())
                : BoxesBesideScores.of(seen).map(found -> apart(seen, found)).orElse(List.of());
    }

    private static List<Guess> together(Observation seen, Table rows) {
        int classes = rows.columns() - BOX;
        boolean queries =
                classes > 0
                        && isQueries(seen, rows)
                        && rows.columns(BOX, rows.columns()).isProbability()
                        && !rows.columns(BOX, rows.columns()).whole();
        return queries
                ? List.of(
                        Guess.of(
                                OutputFormat.DETR,
                                seen.isOfUltralytics() ? SURE : LIKELY,
                                "%d queries, each a box in fractions and %d probabilities"
                                        .formatted(rows.rows(), classes),
                                classes,
                                RGB_FRACTIONS))
                : List.of();
    }

    private static List<Guess> apart(Observation seen, BoxesBesideScores found) {
        Table scores = found.scores();
        if (!isQueries(seen, found.boxes())
                || scores.columns(0, scores.columns()).isProbability()) {
            return List.of();
        }
        boolean background = found.isMostlyLast();
        String reason =
                background
                        ? "%d queries, most of which the last of %d logits says to be nothing"
                        : "%d queries with %d logits each";
        Guess guess =
                Guess.of(
                        OutputFormat.DETR,
                        SURE,
                        reason.formatted(scores.rows(), scores.columns()),
                        scores.columns() - (background ? 1 : 0),
                        background ? RGB_IMAGENET : RGB_FRACTIONS,
                        background ? RGB_FRACTIONS : RGB_IMAGENET);
        return List.of(found.named(guess));
    }

    /** Few boxes in fractions, in no order that the cells of a picture have. */
    private static boolean isQueries(Observation seen, Table boxes) {
        return boxes.rows() >= FEWEST_QUERIES
                && boxes.rows() <= MOST_QUERIES
                && boxes.columns(0, BOX).isWithin(-0.5, 1.5)
                && Strides.of(seen, boxes.rows(), 1)
                        .map(strides -> GridOrder.of(seen, boxes, strides, 1))
                        .flatMap(order -> BoxReading.ofGrid(boxes, order))
                        .isEmpty();
    }
}
