package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The raw heads of YOLOv8, YOLOv9, YOLO11 and YOLO12, in any order: for each stride an output
 * {@code [batch, 4 * bins + classes, rows, columns]}, or one of {@code 4 * bins} and one of {@code
 * classes} channels.
 *
 * <p>A score is the sigmoid of a class, boxes are measured in bins from the middle of a cell:
 * {@code Detect} in {@code ultralytics/nn/modules/head.py}, {@code DFL} in {@code block.py} and
 * {@code make_anchors} in {@code ultralytics/utils/tal.py} of ultralytics/ultralytics. Pictures and
 * thresholds are as for its finished boxes.
 */
final class Yolov8Heads {

    static final Defaults DEFAULTS =
            new Defaults(Yolov8Decoder.DEFAULTS.picture(), Yolov8Decoder.DEFAULTS.thresholds())
                    .strides(8, 16, 32)
                    .scores(ScoreForm.LOGIT);

    private final DecoderContext context;

    private Yolov8Heads(DecoderContext context) {
        this.context = context;
    }

    static OutputDecoder decoder(DecoderContext context) {
        return new GflDecoder(context, AnchorPoint.CENTER, new Yolov8Heads(context).levels());
    }

    /** Notes a problem where a stride has no head; empty where sizes are open. */
    private List<GflLevel> levels() {
        if (areOpen()) {
            return List.of();
        }
        List<GflLevel> levels = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int stride : context.spec().strides()) {
            @Nullable GflLevel level = level(stride);
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

    private boolean areOpen() {
        return context.outputs().stream()
                .flatMap(output -> output.shape().stream().skip(1))
                .anyMatch(size -> size == Tensor.OPEN);
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
        int numbers = channels(output) - context.classes();
        TablePlace map = map(output, stride);
        return GflLevels.areBins(numbers)
                ? new GflLevel(stride, map.numbers(numbers), map, GflLevels.bins(numbers))
                : null;
    }

    private @Nullable GflLevel apart(int stride, List<Integer> maps) {
        for (int scores : maps) {
            for (int distances : maps) {
                if (scores != distances
                        && channels(scores) == context.classes()
                        && GflLevels.areBins(channels(distances))) {
                    int bins = GflLevels.bins(channels(distances));
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
