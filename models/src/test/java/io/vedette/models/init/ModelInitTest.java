package io.vedette.models.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.TinyModel;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.outputs.OutputFormat;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInitTest {

    @TempDir Path folder;

    private Path onnx;
    private Path output;

    @BeforeEach
    void setUp() {
        onnx = TinyModel.DYNAMIC.write(folder.resolve("given")).resolve("model.onnx");
        output = folder.resolve("made/tiny/1");
    }

    @Test
    void writesAPackageThatDetects() {
        InitReport report = init("tiny", false);

        assertThat(report.problems()).isEmpty();
        ModelPackage model = ModelPackage.load(output);
        assertThat(model.name()).isEqualTo("tiny");
        assertThat(model.version()).isEqualTo("1");
        assertThat(model.output().format()).isEqualTo(OutputFormat.YOLOX);
        assertThat(model.output().strides()).containsExactly(16);
        assertThat(model.labels()).containsExactly("class-0", "class-1", "class-2");
        try (OnnxDetector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            var frame = TinyModel.frame("a", 0, TinyModel.picture(1, 2, Color.GREEN));
            assertThat(detector.detect(List.of(frame)).get(0))
                    .extracting(detection -> detection.label())
                    .containsExactly("class-1");
        }
    }

    @Test
    void saysOfEveryFieldHowSureItIs() throws IOException {
        init("tiny", false);

        assertThat(Files.readString(output.resolve("model.yaml")))
                .containsPattern("width: 64 +# sure: the graph")
                .containsPattern("resize: letterbox +# likely: as YOLOX does")
                .containsPattern("labels: labels.txt +# guess: placeholders")
                .contains("# licence: the file states none");
    }

    @Test
    void takesTheNameOfTheFile() throws IOException {
        Path named = Files.copy(onnx, folder.resolve("Über YOLOX (final).ONNX"));

        ModelInit.write(new InitRequest(named, output, null, false));

        assertThat(ModelPackage.load(output).name()).isEqualTo("ber-yolox-final");
    }

    @Test
    void replacesNothingUnasked() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("model.yaml"), "mine");

        assertThatThrownBy(() -> init("tiny", false))
                .isInstanceOf(InitException.class)
                .hasMessageContaining("model.yaml")
                .hasMessageContaining("--force");

        assertThat(output).isDirectoryNotContaining("glob:**/model.onnx");
        assertThat(output.resolve("model.yaml")).hasContent("mine");
    }

    @Test
    void replacesItsFilesWhenAskedAndKeepsOthers() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("model.yaml"), "mine");
        Files.writeString(output.resolve("notes.txt"), "mine");

        init("tiny", true);

        assertThat(ModelPackage.load(output).name()).isEqualTo("tiny");
        assertThat(output.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void describesANetworkWhereItLies() throws IOException {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.copy(onnx, alone.resolve("model.onnx"));

        ModelInit.write(new InitRequest(alone.resolve("model.onnx"), alone, "tiny", false));

        assertThat(ModelPackage.load(alone).name()).isEqualTo("tiny");
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Files.writeString(onnx, "no network");

        assertThatThrownBy(() -> init("tiny", false))
                .isInstanceOf(InitException.class)
                .hasMessageContaining("ONNX Runtime cannot load")
                .hasMessageContaining("model.onnx");

        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void leavesNoTemporaryFolder() throws IOException {
        init("tiny", false);

        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(".vedette"));
        }
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThatThrownBy(() -> init("No Name", false))
                .isInstanceOf(InitException.class)
                .hasMessageContaining("'No Name'")
                .hasMessageContaining("[a-z0-9]");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        onnx = folder.resolve("missing.onnx");

        assertThatThrownBy(() -> init("tiny", false))
                .isInstanceOf(InitException.class)
                .hasMessageContaining("missing.onnx");
    }

    @Test
    void theReportNamesWhatIsNext() {
        InitReport report = init("tiny", false);

        assertThat(report.text())
                .contains("Left to you", "vedette model check " + output, "vedette model eval");
        assertThat(report.json()).contains("\"format\" : \"yolox\"", "\"sureness\" : \"guess\"");
    }

    private InitReport init(String name, boolean overwrite) {
        return ModelInit.write(new InitRequest(onnx, output, name, overwrite));
    }
}
