package io.vedette.models.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Outputs that together are finished detections: boxes, and numbers as many as they are.
 *
 * @param boxes rows of four numbers, or five with the score in the last
 * @param scores null where the boxes hold them
 * @param classes null where there is but one class
 * @param count of the rows that are filled; null where none says it
 */
record FinishedParts(
        Table boxes,
        @Nullable SeenTensor scores,
        @Nullable SeenTensor classes,
        @Nullable SeenTensor count) {

    private static final int MOST_ROWS = 2000;

    /** Besides these, TensorFlow puts out much that they are made of. */
    private static final List<String> TENSORFLOW =
            List.of("detection_boxes", "detection_scores", "detection_classes", "num_detections");

    /** Empty where a graph has no such outputs, or others besides. */
    static Optional<FinishedParts> of(Observation seen) {
        List<SeenTensor> outputs = relevant(seen);
        for (SeenTensor output : outputs) {
            Optional<Table> table =
                    Table.of(output)
                            .filter(t -> output.rank() < 4 && !output.isOfIntegers())
                            .filter(t -> t.columns() == 4 || t.columns() == 5)
                            .filter(t -> t.rows() <= MOST_ROWS);
            Optional<FinishedParts> parts = table.flatMap(boxes -> beside(outputs, boxes));
            if (parts.isPresent()) {
                return parts;
            }
        }
        return Optional.empty();
    }

    private static List<SeenTensor> relevant(Observation seen) {
        List<SeenTensor> named =
                seen.outputs().stream().filter(o -> TENSORFLOW.contains(o.name())).toList();
        return named.size() == TENSORFLOW.size() ? named : seen.outputs();
    }

    private static Optional<FinishedParts> beside(List<SeenTensor> outputs, Table boxes) {
        List<SeenTensor> columns = new ArrayList<>();
        @Nullable SeenTensor count = null;
        for (SeenTensor output : outputs) {
            if (output.equals(boxes.tensor())) {
                continue;
            }
            boolean perRow =
                    output.values().length == boxes.rows()
                            && output.rank() == boxes.tensor().rank() - 1;
            if (perRow && !(boxes.rows() == 1 && output.isNamed("num", "count"))) {
                columns.add(output);
            } else if (output.values().length == 1 && count == null) {
                count = output;
            } else {
                return Optional.empty();
            }
        }
        return inRoles(boxes, columns, count);
    }

    private static Optional<FinishedParts> inRoles(
            Table boxes, List<SeenTensor> columns, @Nullable SeenTensor count) {
        boolean scored = boxes.columns() == 5;
        if (columns.size() != (scored ? 1 : 2)) {
            return Optional.empty();
        }
        columns.sort(Comparator.comparing(FinishedParts::likenessToClasses).reversed());
        SeenTensor classes = columns.get(0);
        if (!classes.isOfIntegers() && !classes.all().whole()) {
            return Optional.empty();
        }
        return Optional.of(
                new FinishedParts(boxes, scored ? null : columns.get(1), classes, count));
    }

    private static int likenessToClasses(SeenTensor output) {
        int named = output.isNamed("class", "label") ? 1 : output.isNamed("score") ? -1 : 0;
        int typed = output.isOfIntegers() ? 4 : 0;
        return typed + named + (output.all().whole() ? 2 : 0);
    }

    int rows() {
        return boxes.rows();
    }

    /** The numbers of the classes, without the -1 of rows that are empty. */
    Column classNumbers() {
        return classes == null ? Column.of(new float[0], 0, 1, 0) : classes.all();
    }

    /** What there is besides the boxes, in words. */
    String others() {
        String parts = scores == null ? "classes" : "scores and classes";
        return count == null ? parts : parts + " and their count";
    }

    Tensors tensors() {
        Tensors tensors = Tensors.of("boxes", boxes.tensor());
        if (scores != null) {
            tensors.and("scores", scores);
        }
        if (classes != null) {
            tensors.and("classes", classes);
        }
        if (count != null) {
            tensors.and("count", count);
        }
        return tensors;
    }
}
