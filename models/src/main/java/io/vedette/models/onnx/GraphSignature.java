package io.vedette.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What goes into a graph and comes out of it, in the graph's order, and what its file says of it.
 *
 * @param producer the program that wrote the file; may be empty
 * @param metadata what the exporter noted, such as the class names
 */
public record GraphSignature(
        List<Tensor> inputs, List<Tensor> outputs, String producer, Map<String, String> metadata) {

    public GraphSignature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
    }

    static GraphSignature of(OrtSession session) throws OrtException {
        OnnxModelMetadata metadata = session.getMetadata();
        return new GraphSignature(
                tensors(session.getInputInfo()),
                tensors(session.getOutputInfo()),
                metadata.getProducerName(),
                metadata.getCustomMetadata());
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
        return tensors;
    }

    private static List<Long> shape(TensorInfo tensor) {
        return Arrays.stream(tensor.getShape()).map(d -> Math.max(d, Tensor.OPEN)).boxed().toList();
    }
}
