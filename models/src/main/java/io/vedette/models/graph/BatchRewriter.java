package io.vedette.models.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens the first dimension of a graph's inputs and outputs, and of the shapes that its Reshape
 * nodes have as constants: a leading 1 becomes 0, which keeps the dimension that comes in.
 */
final class BatchRewriter {

    private static final String BATCH = "batch";

    private BatchRewriter() {}

    static ModelProto rewrite(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        requireNothingOutside(graph);
        Set<String> constants =
                graph.getInitializerList().stream()
                        .map(TensorProto::getName)
                        .collect(Collectors.toSet());
        int opened = 0;
        for (ValueInfoProto.Builder input : graph.getInputBuilderList()) {
            if (!constants.contains(input.getName())) {
                opened += open(input);
            }
        }
        if (opened == 0) {
            throw new GraphChangeException(
                    "No input of the graph has a first dimension of 1 before others.");
        }
        graph.getOutputBuilderList().forEach(BatchRewriter::open);
        graph.clearValueInfo();
        openShapes(graph);
        return model.toBuilder().setGraph(graph).build();
    }

    private static void requireNothingOutside(GraphProto.Builder graph) {
        for (TensorProto weight : graph.getInitializerList()) {
            if (weight.getExternalDataCount() > 0) {
                throw new GraphChangeException(
                        "Weight '%s' lies in another file.".formatted(weight.getName()));
            }
        }
    }

    /** Opens the first of two or more dimensions where it is 1; says how many were opened. */
    private static int open(ValueInfoProto.Builder value) {
        TensorShapeProto.Builder shape =
                value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        if (shape.getDimCount() < 2 || shape.getDim(0).getDimValue() != 1) {
            return 0;
        }
        shape.getDimBuilder(0).clearDimValue().setDimParam(BATCH);
        return 1;
    }

    private static void openShapes(GraphProto.Builder graph) {
        Set<String> shapes = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Reshape") && !keepsZeros(node)) {
                shapes.add(node.getInput(1));
            }
        }
        for (TensorProto.Builder constant : graph.getInitializerBuilderList()) {
            if (shapes.contains(constant.getName())) {
                openShape(constant);
            }
        }
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            if (node.getOpType().equals("Constant") && shapes.contains(node.getOutput(0))) {
                node.getAttributeBuilderList().forEach(BatchRewriter::openShape);
            }
        }
    }

    /** Whether a 0 in a node's shape means a dimension of nothing. */
    private static boolean keepsZeros(NodeProto node) {
        return node.getAttributeList().stream()
                .anyMatch(a -> a.getName().equals("allowzero") && a.getI() == 1);
    }

    private static void openShape(AttributeProto.Builder attribute) {
        if (attribute.hasT()) {
            openShape(attribute.getTBuilder());
        } else if (attribute.getIntsCount() > 1 && attribute.getInts(0) == 1) {
            attribute.setInts(0, 0);
        }
    }

    private static void openShape(TensorProto.Builder shape) {
        List<Long> sizes = Int64Tensor.values(shape);
        if (sizes.size() > 1 && sizes.get(0) == 1) {
            sizes.set(0, 0L);
            Int64Tensor.set(shape, sizes);
        }
    }
}
