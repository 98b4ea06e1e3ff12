package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the outputs of SCRFD are, in any order, by their shapes: those of a stride are {@code
 * [batch, anchors, numbers]} or, for one frame, {@code [anchors, numbers]}.
 */
final class ScrfdLevels {

    private static final int MOST_ANCHORS = 2;
    private static final int BOX = 4;
    private static final int LANDMARKS = 10;

    private final DecoderContext context;
    private final StrideOutputs outputs;

    private ScrfdLevels(DecoderContext context) {
        this.context = context;
        this.outputs = new StrideOutputs(context);
    }

    /** Empty, with a problem noted, where a stride has no scores or no distances. */
    static List<ScrfdLevel> of(DecoderContext context) {
        ScrfdLevels found = new ScrfdLevels(context);
        List<ScrfdLevel> levels = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int stride : context.spec().strides()) {
            @Nullable ScrfdLevel level = found.take(stride);
            if (level == null) {
                missing.add(stride);
            } else {
                levels.add(level);
            }
        }
        if (!missing.isEmpty()) {
            context.problem(
                    "strides %s of %d x %d have no outputs [batch, anchors, %d labels] and [batch,"
                            + " anchors, 4] with one or two anchors a cell; the graph has %s.",
                    missing,
                    context.raster().width(),
                    context.raster().height(),
                    context.classes(),
                    Tensor.listed(context.outputs()));
            return List.of();
        }
        return levels;
    }

    private @Nullable ScrfdLevel take(int stride) {
        for (int anchors = MOST_ANCHORS; anchors > 0; anchors--) {
            int rows = anchors * Grid.cells(context.raster(), stride);
            @Nullable TablePlace scores = outputs.takeRows(rows, n -> n == context.classes());
            @Nullable TablePlace distances = outputs.takeRows(rows, n -> n == BOX);
            if (scores != null && distances != null) {
                return new ScrfdLevel(
                        stride,
                        Grid.columns(context.raster(), stride),
                        anchors,
                        scores,
                        distances,
                        outputs.takeRows(rows, n -> n == LANDMARKS));
            }
        }
        return null;
    }
}
