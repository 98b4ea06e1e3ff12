package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.inputs.NumberWriter;
import io.vedette.models.inputs.OtherInput;
import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.inputs.OtherInputGuess;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Frame;
import io.vedette.schema.Placement;
import io.vedette.schema.RasterSpec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An input of a graph that takes no picture, and where its values come from. */
final class OtherTensor {

    private static final long MAX_NUMBERS = 1 << 24;

    private final Tensor tensor;
    private final OtherInput given;
    private final ModelPackage model;

    private OtherTensor(Tensor tensor, OtherInput given, ModelPackage model) {
        this.tensor = tensor;
        this.given = given;
        this.model = model;
    }

    /** What a package says of an input, else what its name says; a problem is noted if neither. */
    static OtherTensor of(Tensor tensor, ModelPackage model, List<String> problems) {
        OtherInput given = model.input().others().get(tensor.name());
        if (given == null) {
            given = OtherInputGuess.of(tensor).orElse(null);
        }
        if (given == null) {
            problems.add(
                    "input %s must be given a value as 'input.others.%s': a number, a list of numbers or one of %s."
                            .formatted(tensor, tensor.name(), choices()));
            return new OtherTensor(tensor, OtherInput.constant(List.of()), model);
        }
        if (!NumberWriter.knows(tensor.type())) {
            problems.add("input %s: only numbers and booleans can be given.".formatted(tensor));
        }
        OtherTensor other = new OtherTensor(sized(tensor, model.rasterSpec()), given, model);
        other.requireFit(problems);
        return other;
    }

    /** Something of the picture's size, such as a mask, is as high and wide as the picture. */
    private static Tensor sized(Tensor tensor, RasterSpec raster) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        int last = shape.length - 1;
        if (last < 2) {
            return tensor;
        }
        shape[last] = shape[last] == Tensor.OPEN ? raster.width() : shape[last];
        shape[last - 1] = shape[last - 1] == Tensor.OPEN ? raster.height() : shape[last - 1];
        return tensor.withShape(shape);
    }

    private static String choices() {
        return Stream.of(Source.values())
                .filter(source -> source != Source.CONSTANT)
                .map(Source::key)
                .collect(Collectors.joining(", "));
    }

    private void requireFit(List<String> problems) {
        int given = numbersPerFrame();
        long taken = numbersTaken();
        if (taken > MAX_NUMBERS) {
            problems.add(
                    "input %s takes more numbers than can be given, which are %d."
                            .formatted(tensor, MAX_NUMBERS));
        } else if (taken != Tensor.OPEN && taken != given && given != 1) {
            problems.add(
                    "input %s takes %d numbers but 'input.others.%s' gives %d."
                            .formatted(tensor, taken, tensor.name(), given));
        }
    }

    private int numbersPerFrame() {
        return switch (given.source()) {
            case CONSTANT -> given.numbers().size();
            case CONFIDENCE, IOU, MAX_DETECTIONS -> 1;
            case SOURCE_WIDTH_HEIGHT,
                    SOURCE_HEIGHT_WIDTH,
                    INPUT_WIDTH_HEIGHT,
                    INPUT_HEIGHT_WIDTH,
                    SCALE_HEIGHT_WIDTH ->
                    2;
        };
    }

    /** Numbers for a frame, or for all where they share them; open where the graph says nothing. */
    private long numbersTaken() {
        long taken = 1;
        for (int d = isPerFrame() ? 1 : 0; d < tensor.rank(); d++) {
            if (tensor.size(d) == Tensor.OPEN) {
                return Tensor.OPEN;
            }
            taken = Math.min(taken, MAX_NUMBERS + 1) * Math.min(tensor.size(d), MAX_NUMBERS + 1);
        }
        return taken;
    }

    /** Whether every frame of a batch has a row of its own. */
    private boolean isPerFrame() {
        return tensor.rank() == 2 || (tensor.rank() > 2 && tensor.size(0) == Tensor.OPEN);
    }

    /** Frames that share a run for this input's sake; {@link Tensor#OPEN} where any number can. */
    long batch() {
        if (isPerFrame()) {
            return tensor.size(0);
        }
        return switch (given.source()) {
            case SOURCE_WIDTH_HEIGHT, SOURCE_HEIGHT_WIDTH, SCALE_HEIGHT_WIDTH -> 1;
            default -> Tensor.OPEN;
        };
    }

    /** The values for a batch; those beyond the frames are zero. */
    Feed feed(OnnxSession session, List<Frame> frames, int batch) throws OrtException {
        int rows = isPerFrame() ? batch : 1;
        long taken = numbersTaken();
        int numbers = taken == Tensor.OPEN ? numbersPerFrame() : (int) taken;
        ByteBuffer bytes =
                session.memory(tensor.name(), (long) rows * numbers * tensor.type().size);
        for (int row = 0; row < rows; row++) {
            double[] values = new double[numbers];
            if (row < frames.size()) {
                fill(values, frames.get(row));
            }
            for (double value : values) {
                NumberWriter.put(value, tensor.type(), bytes);
            }
        }
        return new Feed(tensor.name(), tensor.type(), shape(rows, numbers), bytes.flip());
    }

    private long[] shape(int rows, int numbers) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        if (isPerFrame()) {
            shape[0] = rows;
        }
        for (int d = 0; d < shape.length; d++) {
            shape[d] = shape[d] == Tensor.OPEN ? (d == shape.length - 1 ? numbers : 1) : shape[d];
        }
        return shape;
    }

    private void fill(double[] values, Frame frame) {
        RasterSpec raster = model.rasterSpec();
        Placement placement = Objects.requireNonNull(frame.raster()).placement();
        switch (given.source()) {
            case CONSTANT -> fill(values, given.numbers());
            case SOURCE_WIDTH_HEIGHT -> pair(values, frame.width(), frame.height());
            case SOURCE_HEIGHT_WIDTH -> pair(values, frame.height(), frame.width());
            case INPUT_WIDTH_HEIGHT -> pair(values, raster.width(), raster.height());
            case INPUT_HEIGHT_WIDTH -> pair(values, raster.height(), raster.width());
            case SCALE_HEIGHT_WIDTH -> pair(values, placement.scaleY(), placement.scaleX());
            case CONFIDENCE -> Arrays.fill(values, model.thresholds().confidence());
            case IOU -> Arrays.fill(values, model.thresholds().iou());
            case MAX_DETECTIONS -> Arrays.fill(values, model.thresholds().maxDetections());
        }
    }

    private static void fill(double[] values, List<Double> numbers) {
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(numbers.size() == 1 ? 0 : i);
        }
    }

    private static void pair(double[] values, double first, double second) {
        values[0] = first;
        values[1] = second;
    }
}
