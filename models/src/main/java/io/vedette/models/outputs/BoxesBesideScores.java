package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.models.outputs.ScoredBoxesDecoder.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds two outputs in a graph: boxes {@code [batch, N, 4]} or {@code [batch, N, 1, 4]}, and scores
 * {@code [batch, N, classes]} or {@code [batch, classes, N]}; both may lack the batch dimension.
 */
final class BoxesBesideScores {

    private static final int BOX_SIZE = 4;

    private final DecoderContext context;
    private final int boxes;
    private final int scores;

    /** Notes a problem where there is not one such pair. */
    BoxesBesideScores(DecoderContext context) {
        this.context = context;
        boxes = context.part(Part.BOXES, this::areBoxes, "box", "dets", "loc");
        @Nullable Tensor found = output(boxes);
        scores =
                found == null
                        ? -1
                        : context.part(
                                Part.SCORES,
                                output -> !output.equals(found) && areBeside(output, found),
                                "logits",
                                "score",
                                "conf",
                                "prob",
                                "logit",
                                "cls",
                                "class",
                                "label");
        @Nullable Tensor other = output(scores);
        if (found != null && other != null && !(isShaped(found) && areBeside(other, found))) {
            context.problem("output %s does not hold the scores of boxes %s.", other, found);
        }
    }

    private @Nullable Tensor output(int index) {
        return index < 0 ? null : context.outputs().get(index);
    }

    private boolean areBoxes(Tensor output) {
        return isShaped(output)
                && context.outputs().stream()
                        .anyMatch(other -> !other.equals(output) && areBeside(other, output));
    }

    private static boolean isShaped(Tensor boxes) {
        return switch (boxes.rank()) {
            case 2 -> boxes.fits(1, BOX_SIZE);
            case 3 -> boxes.fits(2, BOX_SIZE);
            case 4 -> boxes.fits(2, 1) && boxes.fits(3, BOX_SIZE);
            default -> false;
        };
    }

    private static boolean areBeside(Tensor scores, Tensor boxes) {
        int rank = Math.min(boxes.rank(), 3);
        long candidates = boxes.size(rank - 2);
        return scores.rank() == rank
                && (candidates == Tensor.OPEN
                        || scores.fits(rank - 2, candidates)
                        || scores.fits(rank - 1, candidates));
    }

    /** Whether the first dimension is the batch. */
    boolean batched() {
        @Nullable Tensor found = output(boxes);
        return found != null && found.rank() > 2;
    }

    Table boxes() {
        return new Table(boxes, BOX_SIZE, 0, false);
    }

    /**
     * The scores.
     *
     * @param columns of each box: its classes and the background
     */
    Table scores(int columns) {
        return new Table(scores, columns, 0, sideways());
    }

    private boolean sideways() {
        @Nullable Tensor found = output(boxes);
        @Nullable Tensor other = output(scores);
        return found != null
                && other != null
                && !other.fits(other.rank() - 2, found.size(other.rank() - 2));
    }

    /** Whether each box may have so many scores; also where that is not known. */
    boolean hasColumns(int columns) {
        @Nullable Tensor found = output(scores);
        return found == null || found.fits(found.rank() - (sideways() ? 2 : 1), columns);
    }

    /** Notes a problem where the classes, with the background, are not as many as the labels. */
    void requireColumns(Background background) {
        @Nullable Tensor found = output(scores);
        if (found != null && !hasColumns(RowScores.columns(background, context.classes()))) {
            context.problem(
                    "output %s has %d scores for each box but there are %d labels with background"
                            + " %s.",
                    found,
                    found.size(found.rank() - (sideways() ? 2 : 1)),
                    context.classes(),
                    background.name().toLowerCase(Locale.ROOT));
        }
    }
}
