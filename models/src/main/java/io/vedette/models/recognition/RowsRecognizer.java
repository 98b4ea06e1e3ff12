package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Preparation.YOLOX;
import static io.vedette.models.recognition.Preparation.YOLOX_LEGACY;
import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

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
        return table(seen)
                .map(table -> recognize(seen, table.rows() < table.columns(), upright(table)))
                .orElse(List.of());
    }

    /** The only output of rows; others may be the heads or the masks that some exports add. */
    private static Optional<Table> table(Observation seen) {
        List<Table> tables =
                seen.outputs().stream().flatMap(output -> Table.of(output).stream()).toList();
        return tables.size() == 1 && Math.min(tables.get(0).rows(), tables.get(0).columns()) > BOX
                ? Optional.of(tables.get(0))
                : Optional.empty();
    }

    private static Table upright(Table table) {
        return table.rows() < table.columns() ? table.transposed() : table;
    }

    private static List<Guess> recognize(Observation seen, boolean columnsFirst, Table rows) {
        for (int perCell : new int[] {1, 3}) {
            Optional<List<Integer>> strides = Strides.of(seen, rows.rows(), perCell);
            if (strides.isPresent() && rows.column(BOX).isProbability()) {
                GridOrder order = GridOrder.of(seen, rows, strides.get(), perCell);
                return BoxReading.ofGrid(rows, order)
                        .map(box -> decoded(seen, columnsFirst, rows, perCell, box))
                        .orElseGet(() -> raw(seen, rows, perCell, strides.get()));
            }
        }
        return List.of();
    }

    /** Offsets within the cells: YOLOX as its toolkit exports it. */
    private static List<Guess> raw(
            Observation seen, Table rows, int perCell, List<Integer> strides) {
        int classes = rows.columns() - BOX - 1;
        if (classes < 1 || !rows.columns(BOX, rows.columns()).isProbability()) {
            return List.of();
        }
        if (perCell > 1) {
            boolean activated = rows.columns(0, BOX).isProbability();
            return AnchorHeadsRecognizer.together(
                    seen, new Heads(strides, perCell, classes, activated));
        }
        Guess guess =
                Guess.of(
                        "yolox",
                        SURE,
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
        if (columnsFirst || withObjectness == 0 || (named > 0 && named != withObjectness)) {
            guesses.add(yolov8(seen, columnsFirst, rows, named > 0 ? named : without, SURE));
        } else if (perCell > 1 || named > 0 || withObjectness == COCO) {
            guesses.add(yolov5(rows, perCell, withObjectness, SURE));
        } else if (without == COCO) {
            guesses.add(yolov8(seen, false, rows, without, SURE));
        } else {
            guesses.add(yolov5(rows, perCell, withObjectness, LIKELY));
            guesses.add(yolov8(seen, false, rows, without, GUESS));
        }
        return guesses.stream().map(guess -> describe(guess, box)).toList();
    }

    private static Guess describe(Guess guess, BoxReading box) {
        Guess described =
                box.form().equals("cxcywh")
                        ? guess
                        : guess.with("boxes", box.form(), SURE, box.reason());
        return box.units().equals("pixels")
                ? described
                : described.with("units", box.units(), SURE, "no number is above 2");
    }

    private static Guess yolov8(
            Observation seen, boolean columnsFirst, Table rows, int classes, Sureness sureness) {
        return Guess.of(
                "yolov8",
                sureness,
                "%s %d decoded boxes, each with %d numbers"
                        .formatted(
                                seen.isOfUltralytics()
                                        ? "by Ultralytics:"
                                        : columnsFirst ? "columns of" : "rows of",
                                rows.rows(),
                                rows.columns()),
                classes,
                ULTRALYTICS);
    }

    /** YOLOv5 and YOLOv7 have three anchors a cell; YOLOv6 and a decoded YOLOX none. */
    private static Guess yolov5(Table rows, int perCell, int classes, Sureness sureness) {
        boolean bytes = perCell == 1 && !rows.column(BOX).isConstant();
        String reason =
                "%d decoded boxes, each with %d numbers of which one is the objectness"
                        .formatted(rows.rows(), rows.columns());
        return bytes
                ? Guess.of("yolov5", sureness, reason, classes, YOLOX, ULTRALYTICS)
                : Guess.of("yolov5", sureness, reason, classes, ULTRALYTICS);
    }
}
