package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.BGR_FRACTIONS;
import static io.vedette.models.recognition.Preparation.NANODET;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Heads without anchors: NanoDet and PicoDet, whose distances are distributions; FastestDet. */
final class AnchorFreeHeadsRecognizer implements FormatRecognizer {

    private static final int NUMBERS = 5;

    /** Four distances of eight bins. */
    private static final int DISTANCES = 32;

    @Override
    public List<Guess> recognize(Observation seen) {
        if (seen.outputs().size() > 1) {
            return apart(seen);
        }
        SeenTensor only = seen.outputs().get(0);
        return HeadMap.of(seen, only)
                .flatMap(map -> fastestDet(map))
                .or(() -> Table.of(only).flatMap(rows -> together(seen, rows)))
                .map(List::of)
                .orElse(List.of());
    }

    /** One head of a single level: NCHW, objectness, box, class scores. */
    private static Optional<Guess> fastestDet(HeadMap map) {
        int classes = map.numbers() - NUMBERS;
        boolean fits =
                map.stride() == 16
                        && map.perCell() == 0
                        && !map.channelsLast()
                        && classes > 0
                        && map.channel(0).isProbability()
                        && map.channels(NUMBERS, map.numbers()).isProbability();
        return fits
                ? Optional.of(
                        Guess.of(
                                OutputFormat.FASTESTDET,
                                LIKELY,
                                "one map of stride 16, %d numbers a cell, scores from 0 to 1"
                                        .formatted(map.numbers()),
                                classes,
                                BGR_FRACTIONS))
                : Optional.empty();
    }

    /** NanoDet-Plus: class scores and distances of all levels in one table. */
    private static Optional<Guess> together(Observation seen, Table rows) {
        int classes = rows.columns() - DISTANCES;
        Optional<List<Integer>> strides = Strides.of(seen, rows.rows(), 1);
        boolean fits =
                classes > 0
                        && strides.isPresent()
                        && rows.columns(0, classes).isProbability()
                        && !rows.columns(classes, rows.columns()).isProbability();
        return fits
                ? Optional.of(
                        nanodet(
                                "%d cells with %d scores and 4 distances of 8 bins"
                                        .formatted(rows.rows(), classes),
                                classes,
                                strides.get()))
                : Optional.empty();
    }

    private static Guess nanodet(String reason, int classes, List<Integer> strides) {
        return Guess.of(OutputFormat.NANODET, LIKELY, reason, classes, NANODET)
                .with("strides", strides, SURE, "so many cells are there");
    }

    /** A table of scores and one of distances for each level. */
    private static List<Guess> apart(Observation seen) {
        List<Table> scores = new ArrayList<>();
        List<Integer> strides = new ArrayList<>();
        int distances = 0;
        for (SeenTensor output : seen.outputs()) {
            Optional<Table> table = Table.of(output);
            Optional<Integer> stride = table.flatMap(t -> stride(seen, t));
            if (stride.isEmpty()) {
                return List.of();
            }
            if (table.get().columns() == DISTANCES && !output.all().isProbability()) {
                distances++;
            } else {
                scores.add(table.get());
                strides.add(stride.get());
            }
        }
        return distances == scores.size() && !scores.isEmpty()
                ? ofLevels(seen, scores.get(0).columns(), strides.stream().sorted().toList())
                : List.of();
    }

    private static Optional<Integer> stride(Observation seen, Table table) {
        return List.of(8, 16, 32, 64).stream()
                .filter(s -> Strides.columns(seen, s) * Strides.rows(seen, s) == table.rows())
                .findFirst();
    }

    /** PicoDet has four levels and an input called image, NanoDet three; the rest is alike. */
    private static List<Guess> ofLevels(Observation seen, int classes, List<Integer> strides) {
        String reason =
                "scores and 4 distances of 8 bins for each of %d levels".formatted(strides.size());
        Guess picodet =
                Guess.of(OutputFormat.PICODET, LIKELY, reason, classes, RGB_IMAGENET)
                        .with("strides", strides, SURE, "the sizes of the levels");
        Guess nanodet = nanodet(reason, classes, strides);
        boolean paddle = seen.graph().inputs().stream().anyMatch(t -> t.name().equals("image"));
        return strides.size() == 4 || paddle
                ? List.of(picodet, nanodet)
                : List.of(nanodet, picodet);
    }
}
