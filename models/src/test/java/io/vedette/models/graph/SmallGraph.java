package io.vedette.models.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/** Graphs of a node or two, for tests. */
final class SmallGraph {

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
    private final int opset;

    private SmallGraph(int opset) {
        this.opset = opset;
    }

    /** A graph that puts out what it takes. */
    static SmallGraph thatRepeats(int opset, DataType type, long... shape) {
        SmallGraph small = new SmallGraph(opset);
        small.graph
                .addInput(value("images", type, shape))
                .addOutput(value("output", type, shape))
                .addNode(node("Identity", "images", "output"));
        return small;
    }

    /** A graph that puts out what it takes, from within both branches of a condition. */
    static SmallGraph thatRepeatsInABranch(int opset, DataType type, long... shape) {
        GraphProto branch =
                GraphProto.newBuilder()
                        .setName("branch")
                        .addNode(node("Identity", "images", "inner"))
                        .addOutput(value("inner", type, shape))
                        .build();
        SmallGraph small = new SmallGraph(opset);
        small.graph
                .addInput(value("images", type, shape))
                .addInput(value("condition", DataType.BOOL))
                .addOutput(value("output", type, shape))
                .addNode(
                        node("If", "condition", "output").toBuilder()
                                .addAttribute(branch("then_branch", branch))
                                .addAttribute(branch("else_branch", branch)));
        return small;
    }

    private static AttributeProto branch(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(graph)
                .build();
    }

    /** Names a value as the graph's pre-processing would be named. */
    SmallGraph withValueNamed(String name) {
        graph.addNode(node("Identity", "images", name));
        return this;
    }

    byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(opset < 9 ? 3 : opset < 15 ? 7 : 10)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static NodeProto node(String operation, String input, String output) {
        return NodeProto.newBuilder()
                .setOpType(operation)
                .addInput(input)
                .addOutput(output)
                .build();
    }

    /** A value; a size of -1 is the batch, which is open. */
    private static ValueInfoProto value(String name, DataType type, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long size : shape) {
            dimensions.addDim(
                    size < 0
                            ? Dimension.newBuilder().setDimParam("batch")
                            : Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(type.getNumber())
                                                .setShape(dimensions)))
                .build();
    }
}
