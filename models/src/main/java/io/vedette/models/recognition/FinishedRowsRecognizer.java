package io.vedette.models.recognition;

import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finished detections, a row of numbers each: YOLOv10 and YOLO26, exports with suppression inside,
 * newer ones of Ultralytics' RT-DETR, YOLOv7 with {@code --end2end}, PaddleDetection,
 * SuperGradients' flat format, Caffe's SSD.
 */
final class FinishedRowsRecognizer implements FormatRecognizer {

    /** Larger tables are candidates. */
    private static final int MOST_ROWS = 2000;

    @Override
    public List<Guess> recognize(Observation seen) {
        for (SeenTensor output : seen.outputs()) {
            Optional<Table> table = Table.of(output).filter(t -> isOfRows(seen, t));
            Optional<RowOrder> order = table.flatMap(t -> RowOrder.of(seen, t));
            if (order.isPresent()) {
                return guesses(seen, table.get(), order.get());
            }
        }
        return List.of();
    }

    /** Whether all else that the graph puts out are counts. */
    private static boolean isOfRows(Observation seen, Table table) {
        return table.rows() <= MOST_ROWS
                && seen.outputs().stream()
                        .allMatch(
                                output ->
                                        output.equals(table.tensor())
                                                || output.values().length <= 1);
    }

    private static List<Guess> guesses(Observation seen, Table table, RowOrder order) {
        boolean known = seen.isOfUltralytics();
        Guess guess =
                Guess.of(
                        OutputFormat.END_TO_END,
                        known ? SURE : LIKELY,
                        "finished rows, as %s writes them".formatted(order.of()),
                        0,
                        order.preparations());
        guess = guess.with("columns", order.columns(), known ? SURE : LIKELY, order.reason(table));
        guess = boxes(guess, table, order);
        guess = tensors(seen, guess, table);
        return ClassNumbering.of(seen, guess, table.column(order.type()), order.numberings());
    }

    /** Notes form and units where they are not those of the format. */
    private static Guess boxes(Guess guess, Table table, RowOrder order) {
        Optional<BoxReading> box = BoxReading.of(table, order.box());
        Guess formed =
                box.filter(read -> !read.form().equals("xyxy"))
                        .map(read -> guess.with("boxes", read.form(), LIKELY, read.reason()))
                        .orElse(guess);
        return box.filter(read -> read.units().equals("fraction"))
                .map(read -> formed.with("units", "fraction", LIKELY, "no number is above 2"))
                .orElse(formed);
    }

    private static Guess tensors(Observation seen, Guess guess, Table table) {
        Stream<SeenTensor> others =
                seen.outputs().stream().filter(output -> !output.equals(table.tensor()));
        return others.findFirst()
                .map(
                        count ->
                                guess.with(
                                        "tensors",
                                        Tensors.of("boxes", table.tensor()).and("count", count),
                                        SURE,
                                        "the one of a single number counts the rows"))
                .orElse(guess);
    }
}
