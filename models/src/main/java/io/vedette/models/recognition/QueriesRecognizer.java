package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import java.util.List;

/**
 * Raw answers of networks with queries: logits beside boxes of DETR, RT-DETR and RF-DETR, and the
 * single output of Ultralytics' RT-DETR.
 */
final class QueriesRecognizer implements FormatRecognizer {

    /** Queries are few, and their boxes fractions. */
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
                        && !rows.column(rows.columns() - 1).whole();
        return queries
                ? List.of(
                        Guess.of(
                                "detr",
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
        int classes = scores.columns() - (background ? 1 : 0);
        String reason =
                background
                        ? "%d queries, most of which the last of %d logits says to be nothing"
                        : "%d queries with %d logits each";
        Guess guess =
                Guess.of(
                        "detr",
                        SURE,
                        reason.formatted(scores.rows(), scores.columns()),
                        classes,
                        background ? RGB_IMAGENET : RGB_FRACTIONS,
                        background ? RGB_FRACTIONS : RGB_IMAGENET);
        return List.of(found.named(guess));
    }

    private static boolean isQueries(Observation seen, Table boxes) {
        return boxes.rows() <= MOST_QUERIES
                && Strides.of(seen, boxes.rows(), 1).isEmpty()
                && boxes.columns(0, BOX).isWithin(-0.5, 1.5);
    }
}
