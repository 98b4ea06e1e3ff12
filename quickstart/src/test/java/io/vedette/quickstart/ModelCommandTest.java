package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.TinyModel;
import io.vedette.schema.Json;
import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset of two pictures, of which one shows a red cell and one a green one. */
class ModelCommandTest {

    private static final String TRUTH =
            """
            {"images": [{"id": 1, "file_name": "red.png"}, {"id": 2, "file_name": "green.png"}],
             "categories": [{"id": 7, "name": "red"}, {"id": 9, "name": "green"}],
             "annotations": [
               {"image_id": 1, "category_id": 7, "bbox": [16, 32, 16, 16], "iscrowd": 0},
               {"image_id": 2, "category_id": 9, "bbox": [48, 0, 16, 16], "iscrowd": 0}]}
            """;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path model;
    private Path truth;

    @BeforeEach
    void writeDataset() throws IOException {
        model = TinyModel.writePackage(folder.resolve("tiny/1"));
        truth = Files.writeString(folder.resolve("truth.json"), TRUTH);
        ImageIO.write(TinyModel.picture(1, 2, Color.RED), "png", file("red.png"));
        ImageIO.write(TinyModel.picture(3, 0, Color.GREEN), "png", file("green.png"));
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    @Test
    void initWritesAPackageThatCheckAccepts() {
        Path made = folder.resolve("made/1");
        String onnx = model.resolve("model.onnx").toString();

        assertThat(run("model", "init", onnx, "--output", made.toString(), "--name", "made"))
                .isZero();

        assertThat(out.toString()).contains("output.format", "yolox", "vedette model check");
        assertThat(run("model", "check", made.toString())).isZero();
    }

    @Test
    void initReplacesNothingUnasked() {
        String onnx = TinyModel.writePackage(folder.resolve("other")).resolve("model.onnx") + "";
        String yaml = model.toString();

        assertThat(run("model", "init", onnx, "--output", yaml)).isEqualTo(1);
        assertThat(err.toString()).contains("--force").doesNotContain("\tat ");
        assertThat(run("model", "init", onnx, "--output", yaml, "--force", "--json")).isZero();
        assertThat(out.toString()).contains("\"format\" : \"yolox\"");
    }

    @Test
    void evalScoresAModelThatSeesEverything() throws IOException {
        assertThat(eval("--json")).isZero();

        JsonNode figures = Json.mapper().readTree(out.toString());
        assertThat(figures.fieldNames()).toIterable().containsExactly("AP", "AP50", "AP75");
        assertThat(figures.get("AP").asDouble()).isEqualTo(1);
        assertThat(err.toString()).contains("1 of 3 labels", "do not count: blue");
    }

    @Test
    void evalScoresWhatItSaved() {
        String results = folder.resolve("results.json").toString();
        assertThat(eval("--save", results)).isZero();

        int status = run("model", "eval", "--coco", truth.toString(), "--results", results);

        assertThat(status).isZero();
        assertThat(out.toString()).containsSubsequence("AP    1.000", "AP    1.000");
    }

    @Test
    void evalNamesAnImageThatIsMissing() throws IOException {
        Files.delete(folder.resolve("green.png"));

        assertThat(eval()).isEqualTo(1);
        assertThat(err.toString()).contains("green.png' does not exist.").doesNotContain("\tat ");
    }

    @Test
    void evalWantsAModelWithImagesOrResults() {
        assertThat(run("model", "eval", "--coco", truth.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Give DIR and '--images', or '--results'");
    }

    @Test
    void checkShowsWhatTheModelSeesInAPicture() throws IOException {
        String picture = folder.resolve("red.png").toString();

        assertThat(run("model", "check", model.toString(), "--image", picture)).isZero();
        assertThat(out.toString())
                .containsPattern("red +1\\.000 +x 16\\.0, y 32\\.0, 16\\.0 x 16\\.0");
    }

    @Test
    void checkSpeaksJson() throws IOException {
        String picture = folder.resolve("red.png").toString();

        assertThat(run("model", "check", model.toString(), "--image", picture, "--json")).isZero();

        JsonNode report = Json.mapper().readTree(out.toString());
        assertThat(report.at("/ok").asBoolean()).isTrue();
        assertThat(report.at("/model/format").asText()).isEqualTo("yolox");
        assertThat(report.at("/run/latencyMs/8").asDouble()).isPositive();
        assertThat(report.at("/run/maxBatch").isNull()).isTrue();
        assertThat(report.at("/image/detections/0/label").asText()).isEqualTo("red");
    }

    @Test
    void checkTellsProblemsInJsonToo() throws IOException {
        Files.delete(model.resolve("labels.txt"));

        assertThat(run("model", "check", model.toString(), "--json")).isEqualTo(1);

        JsonNode report = Json.mapper().readTree(out.toString());
        assertThat(report.at("/ok").asBoolean()).isFalse();
        assertThat(report.at("/problems/0").asText()).startsWith("labels.txt is missing");
    }

    private int eval(String... more) {
        String[] arguments = {
            "model",
            "eval",
            model.toString(),
            "--coco",
            truth.toString(),
            "--images",
            folder.toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    private int run(String... arguments) {
        return Vedette.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
