package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the raw heads of YOLOv8 in a graph's outputs by their sizes, in any order. */
final class Yolov8Heads {

    private final DecoderContext context;

    private Yolov8Heads(DecoderContext context) {
        this.context = context;
    }

    /** Empty, with a problem noted, where a stride has no head; empty too where sizes are open. */
    static List<GflLevel> of(DecoderContext context) {
        if (StrideOutputs.areOpen(context)) {
            return List.of();
        }
        Yolov8Heads heads = new Yolov8Heads(context);
        List<GflLevel> levels = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int stride : context.spec().strides()) {
            @Nullable GflLevel level = heads.level(stride);
            if (level == null) {
                missing.add(stride);
            } else {
                levels.add(level);
            }
        }
        if (!missing.isEmpty()) {
            context.problem(
                    "strides %s of %d x %d have no outputs [batch, 4 * bins + %d labels, rows,"
                            + " columns] or one of each; the graph has %s.",
                    missing,
                    context.raster().width(),
                    context.raster().height(),
                    context.classes(),
                    Tensor.listed(context.outputs()));
        }
        return levels;
    }

    private @Nullable GflLevel level(int stride) {
        List<Integer> maps = mapsOf(stride);
        return maps.size() == 1 ? joined(stride, maps.get(0)) : apart(stride, maps);
    }

    private List<Integer> mapsOf(int stride) {
        return IntStream.range(0, context.outputs().size())
                .filter(i -> isMapOf(stride, context.outputs().get(i)))
                .boxed()
                .toList();
    }

    private boolean isMapOf(int stride, Tensor output) {
        return output.rank() == 4
                && output.size(2) == Grid.rows(context.raster(), stride)
                && output.size(3) == Grid.columns(context.raster(), stride);
    }

    private @Nullable GflLevel joined(int stride, int output) {
        int bins = channels(output) - context.classes();
        TablePlace map = map(output, stride);
        return GflLevels.areBins(bins)
                ? new GflLevel(stride, map.numbers(bins), map, bins / GflLevels.SIDES)
                : null;
    }

    private @Nullable GflLevel apart(int stride, List<Integer> maps) {
        for (int scores : maps) {
            for (int distances : maps) {
                if (scores != distances
                        && channels(scores) == context.classes()
                        && GflLevels.areBins(channels(distances))) {
                    int bins = channels(distances) / GflLevels.SIDES;
                    return new GflLevel(stride, map(scores, stride), map(distances, stride), bins);
                }
            }
        }
        return null;
    }

    private int channels(int output) {
        return (int) context.outputs().get(output).size(1);
    }

    private TablePlace map(int output, int stride) {
        int cells = Grid.cells(context.raster(), stride);
        return TablePlace.map(output, context.outputs().get(output), cells);
    }
}
