package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.schema.Frame;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PreprocessingTest {

    private static final DetectorSettings HOST =
            DetectorSettings.defaults().withPreprocessing(Preprocessing.HOST);
    private static final DetectorSettings GRAPH =
            DetectorSettings.defaults().withPreprocessing(Preprocessing.GRAPH);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void detectionsAreTheSameWhereverBytesBecomeNumbers(TinyModel tiny) {
        ModelPackage model = ModelPackage.load(tiny.write(folder));
        List<Frame> frames = frames();
        try (OnnxDetector host = OnnxDetector.open(model, HOST);
                OnnxDetector graph = OnnxDetector.open(model, GRAPH)) {
            assertThat(host.preprocessing()).isEqualTo(Preprocessing.HOST);
            assertThat(graph.preprocessing()).isEqualTo(Preprocessing.GRAPH);

            assertThat(graph.detect(frames)).isEqualTo(host.detect(frames)).hasSize(7);
            assertThat(graph.maxBatch()).isEqualTo(host.maxBatch());
        }
    }

    @Test
    void aMeanAndAStdAreKept() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(
                folder.resolve("model.yaml"),
                TinyModel.YAML.replace(
                        "height: 64", "height: 64, mean: [3, 5.5, 7.25], std: [0.9, 0.95, 1.1]"));
        ModelPackage model = ModelPackage.load(folder);
        try (OnnxDetector host = OnnxDetector.open(model, HOST);
                OnnxDetector graph = OnnxDetector.open(model, GRAPH)) {
            assertThat(graph.detect(frames())).isEqualTo(host.detect(frames()));
        }
    }

    @Test
    void whatCannotBeDoneInTheGraphIsDoneOnTheHostForAReason() throws IOException {
        TinyModel.NHWC.write(folder);
        Files.writeString(
                folder.resolve("model.yaml"),
                TinyModel.YAML.replace("height: 64", "height: 64, layout: nhwc, std: [2, 2, 2]"));
        try (OnnxDetector graph = OnnxDetector.open(ModelPackage.load(folder), GRAPH)) {
            assertThat(graph.preprocessing()).isEqualTo(Preprocessing.HOST);
            assertThat(graph.warnings())
                    .containsExactly(
                            "pre-processing is on the host: A picture of type UINT8 with a mean"
                                    + " or std is made on the host.");
        }
    }

    @Test
    void aPackageThatDoesNotFitIsRefusedInTheSameWords() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(
                folder.resolve("model.yaml"), TinyModel.YAML.replace("width: 64", "width: 32"));

        assertThat(problems(GRAPH)).isEqualTo(problems(HOST)).isNotEmpty();
    }

    private List<String> problems(DetectorSettings settings) {
        try (OnnxDetector detector = OnnxDetector.open(ModelPackage.load(folder), settings)) {
            return detector.warnings();
        } catch (ModelPackageException e) {
            return e.problems();
        }
    }

    @Test
    void onlyAGpuIsGivenBytesUnlessThatIsAskedFor() {
        assertThat(Device.values())
                .filteredOn(Preprocessing.AUTO::isInGraph)
                .containsExactly(Device.CUDA, Device.TENSORRT);
        assertThat(Device.values()).allMatch(Preprocessing.GRAPH::isInGraph);
        assertThat(Device.values()).noneMatch(Preprocessing.HOST::isInGraph);
    }

    private static List<Frame> frames() {
        return IntStream.range(0, 7)
                .mapToObj(
                        i ->
                                TinyModel.frame(
                                        "gate-1", i, TinyModel.picture(i % 4, i / 4, Color.RED)))
                .toList();
    }
}
