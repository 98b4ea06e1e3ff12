package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Preparation.YOLOX;
import static io.vedette.models.recognition.Preparation.YOLOX_LEGACY;
import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.recognition.AnchorHeadsRecognizer.Heads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of box and scores for every cell, or for every anchor of every cell: YOLOX, YOLOv5 to
 * YOLOv7, and YOLOv8 with its followers.
 */
final class RowsRecognizer implements FormatRecognizer {

    private static final int BOX = 4;
    private static final int COCO = 80;

    @Override
    public List<Guess> recognize(Observation seen) {
        Optional<Table> table = table(seen);
        if (table.isEmpty()) {
            return List.of();
        }
        boolean columnsFirst = table.get().rows() < table.get().columns();
        Table rows = columnsFirst ? table.get().transposed() : table.get();
        for (int perCell : new int[] {1, 3}) {
            Optional<List<Integer>> strides = Strides.of(seen, rows.rows(), perCell);
            if (strides.isPresent()) {
                GridOrder order = GridOrder.of(seen, rows, strides.get(), perCell);
                return BoxReading.ofGrid(rows, order)
                        .map(box -> decoded(seen, columnsFirst, rows, perCell, box))
                        .orElseGet(
                                () ->
                                        columnsFirst
                                                ? List.of()
                                                : raw(seen, rows, perCell, strides.get()));
            }
        }
        return List.of();
    }

    /** The only output of rows; others may be the raw heads that some exports add. */
    private static Optional<Table> table(Observation seen) {
        List<Table> tables =
                seen.outputs().stream().flatMap(output -> Table.of(output).stream()).toList();
        boolean alone =
                tables.size() == 1
                        && seen.outputs().stream()
                                .filter(
                                        output ->
                                                !output.name()
                                                        .equals(tables.get(0).tensor().name()))
                                .allMatch(output -> output.rank() == 5);
        return alone && Math.min(tables.get(0).rows(), tables.get(0).columns()) > BOX
                ? Optional.of(tables.get(0))
                : Optional.empty();
    }

    /** Offsets within the cells: YOLOX as its toolkit exports it. */
    private static List<Guess> raw(
            Observation seen, Table rows, int perCell, List<Integer> strides) {
        int classes = rows.columns() - BOX - 1;
        if (classes < 1 || !rows.columns(BOX, rows.columns()).isProbability()) {
            return List.of();
        }
        boolean activated = rows.columns(0, BOX).isProbability();
        if (perCell > 1) {
            return AnchorHeadsRecognizer.together(
                    seen, new Heads(strides, perCell, classes, activated));
        }
        Guess guess =
                Guess.of(
                        OutputFormat.YOLOX,
                        activated ? GUESS : SURE,
                        "a row for each of %d cells, with offsets in the cell"
                                .formatted(rows.rows()),
                        classes,
                        YOLOX,
                        YOLOX_LEGACY);
        return List.of(
                strides.equals(Strides.USUAL)
                        ? guess
                        : guess.with("strides", strides, SURE, "so many cells are there"));
    }

    private static List<Guess> decoded(
            Observation seen, boolean columnsFirst, Table rows, int perCell, BoxReading box) {
        int withObjectness = rows.columns() - BOX - 1;
        int without = rows.columns() - BOX;
        int named = seen.names().map(List::size).orElse(0);
        List<Guess> guesses = new ArrayList<>();
        if (named == without || columnsFirst || withObjectness == 0) {
            guesses.add(yolov8(columnsFirst, rows, SURE));
        } else if (perCell > 1 || named == withObjectness || withObjectness == COCO) {
            guesses.add(yolov5(rows, perCell, SURE));
        } else if (without == COCO) {
            guesses.add(yolov8(false, rows, SURE));
        } else {
            guesses.add(yolov5(rows, perCell, LIKELY));
            guesses.add(yolov8(false, rows, GUESS));
        }
        return guesses.stream().map(guess -> describe(guess, rows, box)).toList();
    }

    private static Guess describe(Guess guess, Table rows, BoxReading box) {
        Guess described = guess;
        if (!box.form().equals("cxcywh")) {
            described = described.with("boxes", box.form(), SURE, box.reason());
        }
        if (!box.units().equals("pixels")) {
            described = described.with("units", box.units(), SURE, "the middle of all is small");
        }
        return rows.columns(BOX, rows.columns()).isProbability()
                ? described
                : described.with("scores", "logit", LIKELY, "some are above 1 or below 0");
    }

    private static Guess yolov8(boolean columnsFirst, Table rows, Sureness sureness) {
        return Guess.of(
                OutputFormat.YOLOV8,
                sureness,
                "%s %d decoded boxes, each with %d numbers"
                        .formatted(
                                columnsFirst ? "columns of" : "rows of",
                                rows.rows(),
                                rows.columns()),
                rows.columns() - BOX,
                ULTRALYTICS);
    }

    /** YOLOv5 and YOLOv7 have three anchors a cell; YOLOv6 and a decoded YOLOX none. */
    private static Guess yolov5(Table rows, int perCell, Sureness sureness) {
        boolean maybeYolox = perCell == 1 && !rows.column(BOX).isConstant();
        return Guess.of(
                OutputFormat.YOLOV5,
                sureness,
                "%d decoded boxes, each with %d numbers of which one is the objectness"
                        .formatted(rows.rows(), rows.columns()),
                rows.columns() - BOX - 1,
                maybeYolox
                        ? new Preparation[] {YOLOX, ULTRALYTICS}
                        : new Preparation[] {ULTRALYTICS});
    }
}
