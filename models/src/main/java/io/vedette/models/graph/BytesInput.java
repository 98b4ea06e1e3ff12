package io.vedette.models.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.onnx.Tensor;
import java.util.Collections;
import java.util.List;

/**
 * A graph that takes a raster's bytes as they lie, in planes, and makes the numbers of them that
 * the graph before was given: the same to the last bit, since it computes in the same steps.
 *
 * @param graph an ONNX file
 * @param input what it takes
 */
public record BytesInput(byte[] graph, ModelInput input) {

    /** From here on, shapes that differ are brought together by the nodes themselves. */
    private static final long FIRST_OPSET = 7;

    /**
     * Puts the pre-processing of a picture in front of a graph.
     *
     * @param picture the input that takes the picture, in the shape that {@code input} says
     * @throws GraphChangeException if the picture is not made of numbers that bytes can become
     */
    public static BytesInput before(OnnxFile file, Tensor picture, ModelInput input) {
        requireOpset(file.model());
        GraphProto.Builder graph = file.model().getGraph().toBuilder();
        PixelNodes nodes = new PixelNodes(graph, picture.name());
        String bytes = nodes.fresh("bytes");
        nodes.start(bytes);
        convert(nodes, picture.type(), input);
        if (input.layout() == Layout.NHWC) {
            nodes.transpose(permutation(picture.rank(), 1, 2, 0));
        }
        nodes.finish();
        takeBytes(graph, picture, bytes, input.layout());
        byte[] changed = file.model().toBuilder().setGraph(graph).build().toByteArray();
        return new BytesInput(changed, bytesOf(input, bytes));
    }

    private static void requireOpset(ModelProto model) {
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            boolean standard = set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx");
            if (standard && set.getVersion() < FIRST_OPSET) {
                throw new GraphChangeException(
                        "The graph is of opset %d, and only those from %d on can be given bytes."
                                .formatted(set.getVersion(), FIRST_OPSET));
            }
        }
    }

    /** As {@code PixelWriter} does it: in 32-bit floats, rounded to 16 bits at the end. */
    private static void convert(PixelNodes nodes, OnnxJavaType type, ModelInput input) {
        boolean plain = isAll(input.mean(), 0) && isAll(input.std(), 1);
        switch (type) {
            case FLOAT, FLOAT16 -> {
                TensorProto.DataType target =
                        type == OnnxJavaType.FLOAT
                                ? TensorProto.DataType.FLOAT
                                : TensorProto.DataType.FLOAT16;
                if (!plain) {
                    nodes.cast(TensorProto.DataType.FLOAT);
                    normalise(nodes, input);
                }
                if (plain || type == OnnxJavaType.FLOAT16) {
                    nodes.cast(target);
                }
            }
            case UINT8 -> {
                if (!plain) {
                    throw notBytes(type, " with a mean or std");
                }
            }
            default -> throw notBytes(type, "");
        }
    }

    private static void normalise(PixelNodes nodes, ModelInput input) {
        if (!isAll(input.mean(), 0)) {
            nodes.subtract(input.mean());
        }
        if (!isAll(input.std(), 1)) {
            nodes.divide(input.std());
        }
    }

    private static GraphChangeException notBytes(OnnxJavaType type, String how) {
        return new GraphChangeException(
                "A picture of type %s%s is made on the host.".formatted(type, how));
    }

    private static boolean isAll(List<Float> numbers, float number) {
        return numbers.stream().allMatch(each -> each == number);
    }

    private static void takeBytes(
            GraphProto.Builder graph, Tensor picture, String name, Layout layout) {
        for (ValueInfoProto.Builder value : graph.getInputBuilderList()) {
            if (value.getName().equals(picture.name())) {
                TypeProto.Tensor.Builder type = value.getTypeBuilder().getTensorTypeBuilder();
                if (layout == Layout.NHWC) {
                    type.setShape(planes(type.getShape(), picture.rank()));
                }
                type.setElemType(TensorProto.DataType.UINT8.getNumber());
                value.setName(name);
            }
        }
    }

    private static TensorShapeProto planes(TensorShapeProto pixels, int rank) {
        TensorShapeProto.Builder planes = TensorShapeProto.newBuilder();
        for (long from : permutation(rank, 2, 0, 1)) {
            Dimension dimension = pixels.getDim((int) from);
            planes.addDim(dimension);
        }
        return planes.build();
    }

    /** An order of a picture's three dimensions, behind those that lead. */
    private static long[] permutation(int rank, int first, int second, int third) {
        int leading = rank - 3;
        long[] order = new long[rank];
        for (int d = 0; d < leading; d++) {
            order[d] = d;
        }
        order[leading] = leading + (long) first;
        order[leading + 1] = leading + (long) second;
        order[leading + 2] = leading + (long) third;
        return order;
    }

    private static ModelInput bytesOf(ModelInput input, String tensor) {
        int channels = input.raster().color().channels();
        return new ModelInput(
                input.raster(),
                Layout.NCHW,
                Collections.nCopies(channels, 0f),
                Collections.nCopies(channels, 1f),
                tensor,
                input.others());
    }
}
