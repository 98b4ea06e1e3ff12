package io.vedette.models;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import io.vedette.models.ModelInput.Layout;
import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Names, types and shapes of what goes into a graph and comes out of it, in the graph's order. */
record GraphSignature(List<Tensor> inputs, List<Tensor> outputs) {

    /** An open dimension. */
    static final long OPEN = -1;

    /**
     * One input or output.
     *
     * @param shape its dimensions, {@link #OPEN} where the graph fixes none
     */
    record Tensor(String name, OnnxJavaType type, List<Long> shape) {

        boolean isFloat32() {
            return type == OnnxJavaType.FLOAT;
        }

        /** The shape for a batch; still open where more than the batch dimension is. */
        long[] shapeFor(int batch) {
            long[] concrete = shape.stream().mapToLong(Long::longValue).toArray();
            if (concrete.length > 0) {
                concrete[0] = batch;
            }
            return concrete;
        }

        @Override
        public String toString() {
            return name + ": " + type.name().toLowerCase(Locale.ROOT) + shapeText(shape);
        }
    }

    static GraphSignature of(OrtSession session) throws OrtException {
        return new GraphSignature(
                tensors(session.getInputInfo()), tensors(session.getOutputInfo()));
    }

    private static List<Tensor> tensors(Map<String, NodeInfo> nodes) {
        List<Tensor> tensors = new ArrayList<>();
        for (NodeInfo node : nodes.values()) {
            ValueInfo info = node.getInfo();
            tensors.add(
                    info instanceof TensorInfo tensor
                            ? new Tensor(node.getName(), tensor.type, shape(tensor))
                            : new Tensor(node.getName(), OnnxJavaType.UNKNOWN, List.of()));
        }
        return List.copyOf(tensors);
    }

    private static List<Long> shape(TensorInfo tensor) {
        return Arrays.stream(tensor.getShape()).map(d -> Math.max(d, OPEN)).boxed().toList();
    }

    /** Frames per run: fixed where positive, free where {@link #OPEN}. */
    long batch() {
        return inputs.get(0).shape().get(0);
    }

    /**
     * The width or height of the picture that goes in; {@link #OPEN} where the graph fixes none.
     */
    long inputSide(String side, Layout layout) {
        int dimension = (layout == Layout.NCHW ? 2 : 1) + (side.equals("width") ? 1 : 0);
        List<Long> shape = inputs.isEmpty() ? List.of() : inputs.get(0).shape();
        return shape.size() == 4 ? shape.get(dimension) : OPEN;
    }

    /** What does not fit between the graph's inputs and a package's description of them. */
    List<String> inputProblems(ModelInput wanted) {
        if (inputs.size() != 1) {
            return List.of(
                    "the graph has %d inputs (%s); only models with one are supported yet."
                            .formatted(inputs.size(), listed(inputs)));
        }
        List<String> problems = new ArrayList<>();
        Tensor input = inputs.get(0);
        if (!input.isFloat32()) {
            problems.add(
                    "input %s: only float (32 bit) inputs are supported yet.".formatted(input));
        }
        if (wanted.layout() != Layout.NCHW) {
            problems.add("'input.layout' is nhwc; only nchw is supported yet.");
        } else if (!accepts(input.shape(), wanted.raster())) {
            RasterSpec raster = wanted.raster();
            problems.add(
                    "input %s does not take [batch, channels %d, height %d, width %d], as 'input'"
                                    .formatted(
                                            input,
                                            raster.color().channels(),
                                            raster.height(),
                                            raster.width())
                            + " says.");
        }
        return problems;
    }

    private static boolean accepts(List<Long> shape, RasterSpec raster) {
        return shape.size() == 4
                && shape.get(0) != 0
                && fits(shape.get(1), raster.color().channels())
                && fits(shape.get(2), raster.height())
                && fits(shape.get(3), raster.width());
    }

    /** Whether a dimension is the wanted one, or open. */
    static boolean fits(long dimension, long wanted) {
        return dimension == OPEN || dimension == wanted;
    }

    static String shapeText(List<Long> shape) {
        return shape.stream()
                .map(d -> d == OPEN ? "?" : d.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String listed(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::toString).collect(Collectors.joining("; "));
    }

    static boolean isKnown(long[] shape) {
        return LongStream.of(shape).allMatch(d -> d >= 0);
    }
}
