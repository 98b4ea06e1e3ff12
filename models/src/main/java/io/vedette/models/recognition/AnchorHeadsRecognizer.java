package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.RGB_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.ArrayList;
import java.util.List;

/** Raw heads with anchors, one for each stride: YOLOv2 to YOLOv5, and YOLOv7. */
final class AnchorHeadsRecognizer implements FormatRecognizer {

    private static final int NUMBERS = 5;

    /** Centres are a sigmoid, of numbers about 0; scores begin at -5 and less. */
    private static final double FARTHEST = 3;

    private static final OutputFormat YOLOV5 = OutputFormat.YOLOV5_HEADS;
    private static final OutputFormat YOLOV3 = OutputFormat.YOLOV3;

    @Override
    public List<Guess> recognize(Observation seen) {
        List<HeadMap> maps = HeadMap.all(seen);
        if (maps.isEmpty() || maps.stream().map(HeadMap::numbers).distinct().count() > 1) {
            return List.of();
        }
        List<Integer> strides = maps.stream().map(HeadMap::stride).sorted().toList();
        int perCell = perCell(seen, maps);
        if (perCell == 0 || strides.stream().distinct().count() < strides.size()) {
            return List.of();
        }
        HeadMap first = maps.get(0);
        int all = first.perCell() > 0 ? perCell * first.numbers() : first.numbers();
        if (first.perCell() == 0 && !hasCenters(first, perCell)) {
            return List.of();
        }
        boolean activated = first.tensor().all().isProbability();
        return guesses(
                seen, new Heads(strides, perCell, all / perCell - NUMBERS, activated), order(maps));
    }

    /**
     * What all raw heads of a graph have in common.
     *
     * @param activated whether numbers have gone through the sigmoid
     */
    record Heads(List<Integer> strides, int perCell, int classes, boolean activated) {}

    /** Anchors of a cell: as a dimension or the labels tell, else as the usual networks have. */
    private static int perCell(Observation seen, List<HeadMap> maps) {
        HeadMap first = maps.get(0);
        if (first.perCell() > 0) {
            return first.numbers() > NUMBERS ? first.perCell() : 0;
        }
        int named = seen.names().map(names -> NUMBERS + names.size()).orElse(0);
        if (named > 0 && first.numbers() % named == 0) {
            return first.numbers() / named;
        }
        if (maps.size() == 1 && first.stride() != 32) {
            return 0;
        }
        int usual = maps.size() == 1 ? 5 : 3;
        return first.numbers() % usual == 0 && first.numbers() / usual > NUMBERS ? usual : 0;
    }

    /** Whether what would be the centres of boxes lies about a cell, as scores do not. */
    private static boolean hasCenters(HeadMap map, int perCell) {
        int numbers = map.numbers() / perCell;
        for (int anchor = 0; anchor < perCell; anchor++) {
            double x = map.channel(anchor * numbers).mean();
            double y = map.channel(anchor * numbers + 1).mean();
            if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) {
                return false;
            }
        }
        return true;
    }

    /** The formats, the likelier one first: only darknet's family starts with the coarsest head. */
    private static List<OutputFormat> order(List<HeadMap> maps) {
        boolean darknet =
                maps.size() == 1
                        || maps.get(0).stride() > maps.get(1).stride()
                        || (maps.get(0).perCell() == 0 && maps.get(0).channelsLast());
        return darknet ? List.of(YOLOV3, YOLOV5) : List.of(YOLOV5, YOLOV3);
    }

    /** The heads of all strides in one table, as YOLOv5-Lite has them. */
    static List<Guess> together(Observation seen, Heads heads) {
        return guesses(seen, heads, List.of(YOLOV5));
    }

    private static List<Guess> guesses(Observation seen, Heads heads, List<OutputFormat> formats) {
        List<Guess> guesses = new ArrayList<>();
        for (KnownAnchors anchors : anchors(seen, heads)) {
            for (OutputFormat format : formats) {
                if (heads.perCell() == 3 || format == YOLOV3) {
                    guesses.add(guess(format, heads, anchors));
                }
            }
        }
        return guesses;
    }

    private static List<KnownAnchors> anchors(Observation seen, Heads heads) {
        int levels = heads.strides().size();
        KnownAnchors noted = KnownAnchors.ofText(seen.metadata("anchors"), levels, heads.perCell());
        return noted.levels().isEmpty() ? KnownAnchors.of(levels, heads.perCell()) : List.of(noted);
    }

    private static Guess guess(OutputFormat format, Heads heads, KnownAnchors anchors) {
        boolean noted = anchors.of().equals("the metadata");
        Guess guess =
                Guess.of(
                                format,
                                LIKELY,
                                "%d raw heads with %d anchors a cell"
                                        .formatted(heads.strides().size(), heads.perCell()),
                                heads.classes(),
                                preparations(heads))
                        .with("strides", heads.strides(), SURE, "the sizes of the heads")
                        .with(
                                "anchors",
                                anchors.levels(),
                                noted ? SURE : GUESS,
                                noted
                                        ? "the metadata"
                                        : "those of %s; a retrained model may have others"
                                                .formatted(anchors.of()));
        if (heads.activated()) {
            return guess.with("scores", "probability", SURE, "all numbers are from 0 to 1");
        }
        return heads.perCell() == 5
                ? guess.with("scores", "softmax", LIKELY, "as YOLOv2 has it")
                : guess;
    }

    private static Preparation[] preparations(Heads heads) {
        return heads.perCell() == 5
                ? new Preparation[] {RGB_FRACTIONS, RGB_BYTES}
                : new Preparation[] {ULTRALYTICS};
    }
}
