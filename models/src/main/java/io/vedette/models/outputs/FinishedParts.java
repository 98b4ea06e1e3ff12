package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outputs of a graph that hold the parts of finished detections: boxes {@code [batch,
 * rows, 4]}, and scores and classes {@code [batch, rows]}; all may lack the batch dimension. Boxes
 * of five numbers hold the score too, and of one label there need be no classes.
 */
final class FinishedParts {

    private static final int BOX = 4;
    private static final int SCORED_BOX = 5;

    private final DecoderContext context;
    private final int boxes;
    private final int scores;
    private final int classes;

    /** Notes a problem for every part that is not found. */
    FinishedParts(DecoderContext context) {
        this.context = context;
        boxes = findBoxes();
        @Nullable Tensor rows = rows();
        scores = rows == null || width(rows) == SCORED_BOX ? -1 : findScores(rows);
        classes = rows == null ? -1 : findClasses(rows);
        if (rows != null) {
            requireBeside(scores, rows);
            requireBeside(classes, rows);
        }
    }

    /** Whether a graph has boxes and a number for each of them. */
    static boolean areIn(DecoderContext context) {
        return context.outputs().stream().anyMatch(output -> areBoxes(output, context));
    }

    private static boolean areBoxes(Tensor output, DecoderContext context) {
        int width = isTable(output) ? width(output) : 0;
        return context.outputs().stream()
                .filter(other -> isBeside(other, output))
                .anyMatch(other -> width == SCORED_BOX || (width == BOX && other.isFractional()));
    }

    private static boolean isTable(Tensor output) {
        return output.rank() == 2 || output.rank() == 3;
    }

    /** Numbers of a row; those of a box where that is open. */
    private static int width(Tensor rows) {
        int last = rows.rank() - 1;
        return last < 0 || rows.fits(last, BOX) ? BOX : (int) rows.size(last);
    }

    /** Whether an output has a number for each row of another. */
    private static boolean isBeside(Tensor output, Tensor rows) {
        return output.rank() == rows.rank() - 1
                && IntStream.range(0, output.rank())
                        .allMatch(d -> output.fits(d, rows.size(d)) || rows.size(d) == Tensor.OPEN);
    }

    private int findBoxes() {
        int found = context.part(Part.BOXES, output -> areBoxes(output, context), "box", "dets");
        @Nullable Tensor output = found < 0 ? null : context.outputs().get(found);
        if (output != null && !(isTable(output) && width(output) >= BOX)) {
            context.problem(
                    "output %s: format %s has boxes [batch, rows, 4].",
                    output, context.spec().format().key());
            return -1;
        }
        return found;
    }

    private int findScores(Tensor rows) {
        return context.part(
                Part.SCORES,
                output -> output.isFractional() && isBeside(output, rows),
                "score",
                "conf",
                "prob",
                "postprocess:2");
    }

    private int findClasses(Tensor rows) {
        Predicate<Tensor> fits =
                output ->
                        isBeside(output, rows)
                                && (scores < 0 || !output.equals(context.outputs().get(scores)));
        String[] hints = {"class", "label", "postprocess:1"};
        return context.classes() == 1
                ? context.optionalPart(Part.CLASSES, fits, hints)
                : context.part(Part.CLASSES, fits, hints);
    }

    private void requireBeside(int part, Tensor rows) {
        if (part >= 0 && !isBeside(context.outputs().get(part), rows)) {
            context.problem(
                    "output %s does not have a number for each row of %s.",
                    context.outputs().get(part), rows);
        }
    }

    private @Nullable Tensor rows() {
        return boxes < 0 ? null : context.outputs().get(boxes);
    }

    /** Whether the first dimension is the batch. */
    boolean batched() {
        @Nullable Tensor rows = rows();
        return rows != null && rows.rank() == 3;
    }

    /** The output of the boxes. */
    int boxes() {
        return boxes;
    }

    /** Numbers of a row of the boxes, the first four of which are the box. */
    int width() {
        @Nullable Tensor rows = rows();
        return rows == null ? BOX : width(rows);
    }

    /** The output of the scores; -1 where they are the last numbers of the boxes' rows. */
    int scores() {
        return scores;
    }

    /** The output of the classes; -1 where there is but one. */
    int classes() {
        return classes;
    }
}
