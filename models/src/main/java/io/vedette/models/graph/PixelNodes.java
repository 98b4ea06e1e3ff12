package io.vedette.models.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes in front of a graph, one after another, of which the last puts out what the graph took so
 * far under its old name: whoever reads it, also from within a branch or loop, stays as it is.
 */
final class PixelNodes {

    private final GraphProto.Builder graph;
    private final String target;
    private final Set<String> names = new HashSet<>();
    private final List<NodeProto.Builder> nodes = new ArrayList<>();
    private String current = "";

    /**
     * @param target the value that the last node puts out
     */
    PixelNodes(GraphProto.Builder graph, String target) {
        this.graph = graph;
        this.target = target;
        graph.getInputList().stream().map(ValueInfoProto::getName).forEach(names::add);
        graph.getInitializerList().stream().map(TensorProto::getName).forEach(names::add);
        for (NodeProto node : graph.getNodeList()) {
            names.addAll(node.getInputList());
            names.addAll(node.getOutputList());
        }
    }

    /** A name that nothing in the graph has. */
    String fresh(String role) {
        String name = target + "/" + role;
        while (!names.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The value that the first node reads. */
    void start(String value) {
        current = value;
    }

    void cast(TensorProto.DataType type) {
        append("Cast")
                .addAttribute(
                        AttributeProto.newBuilder()
                                .setName("to")
                                .setType(AttributeProto.AttributeType.INT)
                                .setI(type.getNumber()));
    }

    /** Takes a number from each channel of pictures in planes. */
    void subtract(List<Float> numbers) {
        String constant = constant("mean", numbers);
        append("Sub").addInput(constant);
    }

    /** Divides each channel of pictures in planes by a number. */
    void divide(List<Float> numbers) {
        String constant = constant("std", numbers);
        append("Div").addInput(constant);
    }

    void transpose(long[] order) {
        AttributeProto.Builder permutation =
                AttributeProto.newBuilder()
                        .setName("perm")
                        .setType(AttributeProto.AttributeType.INTS);
        for (long dimension : order) {
            permutation.addInts(dimension);
        }
        append("Transpose").addAttribute(permutation);
    }

    /**
     * Puts the nodes in front of the graph.
     *
     * @throws GraphChangeException if there are none
     */
    void finish() {
        if (nodes.isEmpty()) {
            throw new GraphChangeException("The graph takes bytes in planes already.");
        }
        nodes.get(nodes.size() - 1).setOutput(0, target);
        for (int i = 0; i < nodes.size(); i++) {
            graph.addNode(i, nodes.get(i));
        }
    }

    private NodeProto.Builder append(String operation) {
        String output = fresh(operation);
        NodeProto.Builder node =
                NodeProto.newBuilder()
                        .setOpType(operation)
                        .setName(output)
                        .addInput(current)
                        .addOutput(output);
        nodes.add(node);
        current = output;
        return node;
    }

    /** A node, since old graphs take an initialiser only if it is listed as an input too. */
    private String constant(String role, List<Float> numbers) {
        String name = fresh(role);
        TensorProto.Builder values =
                TensorProto.newBuilder()
                        .setDataType(TensorProto.DataType.FLOAT.getNumber())
                        .addDims(numbers.size())
                        .addDims(1)
                        .addDims(1)
                        .addAllFloatData(numbers);
        nodes.add(
                NodeProto.newBuilder()
                        .setOpType("Constant")
                        .setName(name)
                        .addOutput(name)
                        .addAttribute(
                                AttributeProto.newBuilder()
                                        .setName("value")
                                        .setType(AttributeProto.AttributeType.TENSOR)
                                        .setT(values)));
        return name;
    }
}
