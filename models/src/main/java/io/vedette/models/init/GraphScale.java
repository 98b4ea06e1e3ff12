package io.vedette.models.init;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.InvalidProtocolBufferException;
import io.vedette.models.recognition.Scale;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scale of pixels that a graph expects, as the arithmetic with constants tells with which it
 * begins: one that divides by 255 takes bytes, one that multiplies by 255 or subtracts a mean of
 * 0.485 takes fractions. Most graphs begin with a convolution, which tells nothing.
 */
final class GraphScale {

    private static final long MOST_BYTES = 1L << 28;

    /**
     * Constants of deviations and means on the scale of bytes are larger, and of fractions less.
     */
    private static final double LARGE = 16;

    private static final Set<String> PASSING =
            Set.of(
                    "Cast",
                    "Transpose",
                    "Reshape",
                    "Unsqueeze",
                    "Squeeze",
                    "Identity",
                    "Gather",
                    "Resize",
                    "QuantizeLinear",
                    "DequantizeLinear");

    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, List<NodeProto>> consumers = new HashMap<>();

    private GraphScale(GraphProto graph) {
        graph.getInitializerList().forEach(each -> constants.put(each.getName(), each));
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant")) {
                node.getAttributeList().stream()
                        .filter(AttributeProto::hasT)
                        .forEach(value -> constants.put(node.getOutput(0), value.getT()));
            }
            for (String input : Set.copyOf(node.getInputList())) {
                consumers.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
            }
        }
    }

    /**
     * Looks into a file.
     *
     * @param picture the name of the input that takes the picture
     * @return empty where nothing tells, also where the file is too large to look into
     */
    static Optional<Scale> of(Path onnx, String picture) {
        try {
            return Files.size(onnx) > MOST_BYTES
                    ? Optional.empty()
                    : of(ModelProto.parseFrom(Files.readAllBytes(onnx)).getGraph(), picture);
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new InitException("File '%s' cannot be read: %s".formatted(onnx, e), e);
        }
    }

    static Optional<Scale> of(GraphProto graph, String picture) {
        return new GraphScale(graph).follow(picture);
    }

    /** Goes along the nodes as long as each is the only one to take what the last put out. */
    private Optional<Scale> follow(String picture) {
        String value = picture;
        Optional<Scale> told = Optional.empty();
        while (told.isEmpty()) {
            List<NodeProto> next = consumers.getOrDefault(value, List.of());
            if (next.size() != 1 || next.get(0).getOutputCount() == 0) {
                return Optional.empty();
            }
            NodeProto node = next.get(0);
            Optional<Double> constant = constant(node, value);
            told = constant.flatMap(number -> told(node.getOpType(), number));
            boolean neutral = constant.isPresent() && told.isEmpty();
            if (told.isEmpty() && !neutral && !PASSING.contains(node.getOpType())) {
                return Optional.empty();
            }
            consumers.remove(value);
            value = node.getOutput(0);
        }
        return told;
    }

    /** What arithmetic with a constant tells; nothing where it leaves the numbers as they are. */
    private static Optional<Scale> told(String operator, double constant) {
        return switch (operator) {
            case "Div" -> constant >= LARGE ? bytes() : constant < 1 ? fractions() : unknown();
            case "Mul" -> constant <= 1 / LARGE ? bytes() : constant > 1 ? fractions() : unknown();
            default -> constant > 2 ? bytes() : constant > 0 ? fractions() : unknown();
        };
    }

    private static Optional<Scale> bytes() {
        return Optional.of(Scale.BYTES);
    }

    private static Optional<Scale> fractions() {
        return Optional.of(Scale.FRACTIONS);
    }

    private static Optional<Scale> unknown() {
        return Optional.empty();
    }

    /** The largest number of what a node of arithmetic does to a value, without its sign. */
    private Optional<Double> constant(NodeProto node, String value) {
        return switch (node.getOpType()) {
            case "Div", "Mul", "Sub", "Add" ->
                    node.getInputList().stream()
                            .filter(input -> !input.equals(value))
                            .findFirst()
                            .map(constants::get)
                            .flatMap(GraphScale::largest);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> largest(TensorProto tensor) {
        double largest = -1;
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        switch (tensor.getDataType()) {
            case TensorProto.DataType.FLOAT_VALUE -> {
                for (float number : tensor.getFloatDataList()) {
                    largest = Math.max(largest, Math.abs(number));
                }
                while (raw.remaining() >= Float.BYTES) {
                    largest = Math.max(largest, Math.abs(raw.getFloat()));
                }
            }
            case TensorProto.DataType.FLOAT16_VALUE -> {
                while (raw.remaining() >= Short.BYTES) {
                    float number = Fp16Conversions.fp16ToFloat(raw.getShort());
                    largest = Math.max(largest, Math.abs(number));
                }
            }
            default -> {}
        }
        return largest < 0 ? Optional.empty() : Optional.of(largest);
    }
}
