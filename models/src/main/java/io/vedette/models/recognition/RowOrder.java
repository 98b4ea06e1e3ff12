package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.BGR_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Preparation.YOLOX;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which order exporters write the numbers of a finished row. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists
enum RowOrder {
    ULTRALYTICS_ROWS(
            "YOLOv10",
            6,
            new Places(-1, 0, 4, 5),
            "[box, score, class]",
            ClassNumbering.USUAL,
            ULTRALYTICS,
            YOLOX),
    ULTRALYTICS_QUERIES(
            "Ultralytics' RT-DETR",
            6,
            new Places(-1, 0, 4, 5),
            "[box, score, class]",
            ClassNumbering.USUAL,
            RGB_FRACTIONS),
    PADDLE(
            "PaddleDetection",
            6,
            new Places(-1, 2, 1, 0),
            "[class, score, box]",
            ClassNumbering.USUAL,
            RGB_IMAGENET,
            RGB_FRACTIONS),
    CLASS_FIRST(
            "an unknown exporter",
            6,
            new Places(-1, 2, 1, 0),
            "[class, score, box]",
            ClassNumbering.USUAL,
            ULTRALYTICS,
            RGB_IMAGENET,
            RGB_FRACTIONS,
            YOLOX),
    CLASS_BEFORE_SCORE(
            "an unknown exporter",
            6,
            new Places(-1, 0, 5, 4),
            "[box, class, score]",
            ClassNumbering.USUAL,
            ULTRALYTICS,
            YOLOX),
    YOLOV7(
            "YOLOv7",
            7,
            new Places(0, 1, 6, 5),
            "[frame, box, class, score]",
            ClassNumbering.USUAL,
            ULTRALYTICS),
    SUPER_GRADIENTS(
            "SuperGradients",
            7,
            new Places(0, 1, 5, 6),
            "[frame, box, score, class]",
            ClassNumbering.USUAL,
            ULTRALYTICS),
    CAFFE(
            "Caffe",
            7,
            new Places(0, 3, 2, 1),
            "[frame, class, score, box]",
            ClassNumbering.CAFFE,
            BGR_BYTES,
            RGB_BYTES,
            RGB_FRACTIONS);

    /** Where the numbers stand; -1 where there is none. */
    private record Places(int frame, int box, int score, int type) {}

    private final String of;
    private final int size;
    private final Places places;
    private final String columns;
    private final List<ClassNumbering> numberings;
    private final Preparation[] preparations;

    RowOrder(
            String of,
            int size,
            Places places,
            String columns,
            List<ClassNumbering> numberings,
            Preparation... preparations) {
        this.of = of;
        this.size = size;
        this.places = places;
        this.columns = columns;
        this.numberings = numberings;
        this.preparations = preparations;
    }

    /** The usual one of those that the numbers allow. */
    static Optional<RowOrder> of(Observation seen, Table table) {
        List<RowOrder> able =
                Arrays.stream(values())
                        .filter(order -> order.fits(table))
                        .filter(order -> order != PADDLE || order.isHinted(seen, table.tensor()))
                        .toList();
        return able.stream()
                .filter(order -> order.isHinted(seen, table.tensor()))
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    private boolean fits(Table table) {
        if (table.columns() != size) {
            return false;
        }
        return table.rows() == 0
                || (isFrame(table)
                        && table.column(places.type).whole()
                        && table.column(places.type).isWithin(-1, 100_000)
                        && table.column(places.score).isWithin(-1, 1.01)
                        && BoxReading.of(table, places.box)
                                .filter(box -> box.form().equals(boxes()))
                                .isPresent());
    }

    private boolean isFrame(Table table) {
        return places.frame < 0
                || (table.column(places.frame).whole()
                        && table.column(places.frame).isWithin(-1, 0));
    }

    private boolean isHinted(Observation seen, SeenTensor output) {
        return switch (this) {
            case PADDLE -> seen.hasInputNamed("scale_factor") || output.isNamed("multiclass_nms");
            case SUPER_GRADIENTS -> output.isNamed("flat_predictions");
            case CAFFE -> output.isNamed("detection_out");
            case ULTRALYTICS_ROWS, ULTRALYTICS_QUERIES, CLASS_FIRST, CLASS_BEFORE_SCORE, YOLOV7 ->
                    false;
        };
    }

    /** Whose order it is. */
    String of() {
        return of;
    }

    int box() {
        return places.box;
    }

    /** The form of the boxes, as in {@code output.boxes}. */
    String boxes() {
        return this == ULTRALYTICS_QUERIES ? "cxcywh" : "xyxy";
    }

    int type() {
        return places.type;
    }

    String columns() {
        return columns;
    }

    List<ClassNumbering> numberings() {
        return numberings;
    }

    Preparation[] preparations() {
        return preparations.clone();
    }

    String reason(Table table) {
        return table.rows() == 0
                ? "as %s writes them; no row came out to tell".formatted(of)
                : "column %d holds whole numbers, column %d numbers up to 1"
                        .formatted(places.type + 1, places.score + 1);
    }
}
