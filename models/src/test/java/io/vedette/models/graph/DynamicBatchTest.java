package io.vedette.models.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.TinyModel;
import io.vedette.models.YoloxNano;
import io.vedette.models.onnx.DetectorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DynamicBatchTest {

    @TempDir Path folder;

    @Test
    void aGraphOfOneFrameTakesManyAfterwards() throws IOException {
        Path directory = TinyModel.FIXED_1.write(folder);
        Path file = directory.resolve("model.onnx");

        BatchProof proof = DynamicBatch.rewrite(file, file);

        assertThat(proof.isExact()).isTrue();
        assertThat(proof.batches()).containsExactly(1, 2, 4);
        assertThat(maxBatch(directory)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void opensTheShapesOfReshapeNodes() throws IOException {
        Assumptions.assumeTrue(YoloxNano.isPresent(), "YOLOX-nano is absent.");
        Path directory = YoloxNano.FIXED_1.write(folder.resolve("package"), 0.25f, 0.45f);
        Path file = directory.resolve("model.onnx");

        BatchProof proof = DynamicBatch.rewrite(file, file);

        assertThat(proof.largestDifference()).isLessThan(1e-5f);
        assertThat(maxBatch(directory)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void writesNothingWhenTheOutputsWouldChange() throws IOException {
        Path file = TinyModel.FIXED_1.write(folder).resolve("model.onnx");
        Files.write(file, firstFrameOnly(ModelProto.parseFrom(Files.readAllBytes(file))));
        Path target = folder.resolve("dynamic.onnx");

        assertThatThrownBy(() -> DynamicBatch.rewrite(file, target))
                .isInstanceOf(GraphChangeException.class)
                .hasMessageContaining(
                        "Output 'output' has 128 numbers for one frame, but 128 for 2");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("model.onnx", "labels.txt", "model.yaml");
        }
    }

    /** Cuts all frames but the first off, which changes nothing where there is only one. */
    private static byte[] firstFrameOnly(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                if (node.getInput(i).equals("images")) {
                    node.setInput(i, "first");
                }
            }
        }
        return model.toBuilder()
                .setGraph(
                        graph.addNode(
                                        0,
                                        NodeProto.newBuilder()
                                                .setOpType("Slice")
                                                .addAllInput(List.of("images", "from", "to"))
                                                .addOutput("first"))
                                .addInitializer(number("from", 0))
                                .addInitializer(number("to", 1)))
                .build()
                .toByteArray();
    }

    private static TensorProto number(String name, long value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(1)
                .addInt64Data(value)
                .build();
    }

    @Test
    void refusesAGraphThatIsOpenAlready() throws IOException {
        Path file = TinyModel.DYNAMIC.write(folder).resolve("model.onnx");

        assertThatThrownBy(() -> DynamicBatch.rewrite(file, folder.resolve("out.onnx")))
                .isInstanceOf(GraphChangeException.class)
                .hasMessage("No input of the graph has a first dimension of 1 before others.");
    }

    @Test
    void refusesAFileThatIsNoGraph() throws IOException {
        Path file = Files.writeString(folder.resolve("text.onnx"), "not a network");

        assertThatThrownBy(() -> DynamicBatch.rewrite(file, folder.resolve("out.onnx")))
                .isInstanceOf(GraphChangeException.class)
                .hasMessage(file + " is no ONNX file.");
    }

    private static int maxBatch(Path directory) {
        ModelPackage model = ModelPackage.load(directory);
        try (OnnxDetector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            return detector.maxBatch();
        }
    }
}
