package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.PackageReading.Inferred;
import io.vedette.models.inputs.Layout;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.Task;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.ModelRef;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a package holds, and what is said of one that does not hold together. */
final class ModelPackageTest {

    private static final String FORMATS =
            Stream.of(OutputFormat.values())
                    .map(OutputFormat::key)
                    .collect(Collectors.joining(", "));

    @TempDir Path folder;

    private TinyPackage tiny;

    @BeforeEach
    void writePackage() {
        tiny = TinyPackage.in(folder);
    }

    @Test
    void readsAPackageAndFillsInTheDefaultsOfItsFormat() throws IOException {
        ModelPackage model = tiny.load();

        assertThat(model.name()).isEqualTo("tiny");
        assertThat(model.version()).isEqualTo("1");
        assertThat(model.task()).isEqualTo(Task.DETECTION);
        assertThat(model.rasterSpec())
                .isEqualTo(
                        new RasterSpec(
                                64, 64, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR));
        assertThat(model.input().layout()).isEqualTo(Layout.NCHW);
        assertThat(model.input().mean()).containsExactly(0f, 0f, 0f);
        assertThat(model.input().std()).containsExactly(1f, 1f, 1f);
        assertThat(model.output().strides()).containsExactly(16);
        assertThat(model.labels()).isEqualTo(TinyModel.LABELS);
        assertThat(model.thresholds()).isEqualTo(new Thresholds(0.5f, 0.45f, 100, false));
        assertThat(model.licence()).isEqualTo("Apache-2.0");
        assertThat(model.sha256()).isEqualTo(PackageFiles.sha256(folder.resolve("model.onnx")));
        assertThat(model.ref(Route.LIVE))
                .isEqualTo(new ModelRef("tiny", "1", model.sha256().substring(0, 8), Route.LIVE));
    }

    @Test
    void readsEveryField() throws IOException {
        String sha256 = PackageFiles.sha256(folder.resolve("model.onnx"));
        Files.move(folder.resolve("labels.txt"), folder.resolve("names"));
        tiny.yaml(
                """
                name: other
                version: "2.10"
                task: detection
                file: ./model.onnx
                sha256: "%s"
                input: {width: 32, height: 48, resize: stretch, padding: 0, anchor: center,
                        color: grey, layout: nhwc, mean: [127.5], std: [58]}
                output: {format: yolox, strides: [4, 8]}
                labels: names
                thresholds: {confidence: 1, iou: 0, max-detections: 7}
                """
                        .formatted(sha256.toUpperCase()));

        ModelPackage model = tiny.load();

        assertThat(model.version()).isEqualTo("2.10");
        assertThat(model.rasterSpec())
                .isEqualTo(
                        new RasterSpec(32, 48, Resize.STRETCH, Anchor.CENTER, 0, ColorOrder.GREY));
        assertThat(model.input().layout()).isEqualTo(Layout.NHWC);
        assertThat(model.input().mean()).containsExactly(127.5f);
        assertThat(model.output().strides()).containsExactly(4, 8);
        assertThat(model.thresholds()).isEqualTo(new Thresholds(1, 0, 7, false));
        assertThat(model.licence()).isNull();
    }

    @Test
    void saysWhatItInferredAndFromWhere() {
        assertThat(PackageReading.of(folder).inferred())
                .contains(
                        new Inferred("input.resize", "letterbox", "default of yolox"),
                        new Inferred("input.padding", "114", "default of yolox"))
                .noneMatch(inferred -> inferred.field().equals("output.strides"));
    }

    @Test
    void reportsAllProblemsAtOnce() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "car\n\ncar\n");
        tiny.yaml(
                """
                name: Tiny Model
                task: segmentation
                file: ../model.onnx
                sha256: zebra
                input: {widht: 64, width: wide, height: 0, color: pink, mean: [1, 2], std: [1, 0, 1]}
                output: {format: yolox, strides: []}
                thresholds: {confidence: 25, iou: high, max-detections: 1.5}
                license: MIT
                """);

        assertThat(tiny.problems())
                .containsExactlyInAnyOrder(
                        "'name' must match [a-z0-9][a-z0-9._-]* but was 'Tiny Model'.",
                        "'version' is missing.",
                        "'task' must be one of detection, classification but was 'segmentation'.",
                        "'file' must name a file inside the package folder but was '../model.onnx'.",
                        "'sha256' must be 64 hex digits, or the first 8 or more of them, but was"
                                + " 'zebra'.",
                        "'input.widht' is not a known key; did you mean 'input.width'?",
                        "'input.width' must be a whole number from 1 to 16384 but was the text"
                                + " 'wide'.",
                        "'input.height' must be a whole number from 1 to 16384 but was 0.",
                        "'input.color' must be one of bgr, rgb, grey but was 'pink'.",
                        "'input.mean' must be a list of 3 numbers but was [1, 2].",
                        "'input.std' must be a list of 3 numbers above 0 but was [1, 0, 1].",
                        "'output.strides' must be a list of whole numbers from 1 to 16384 but was"
                                + " [].",
                        "'thresholds.confidence' must be a number from 0 to 1 but was 25.",
                        "'thresholds.iou' must be a number from 0 to 1 but was the text 'high'.",
                        "'thresholds.max-detections' must be a whole number from 1 to 100000 but"
                                + " was 1.5.",
                        "'license' is not a known key; did you mean 'licence'?",
                        "labels.txt line 2 is blank.",
                        "labels.txt has 'car' on lines 1 and 3; each label must be unique.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1           | 'version' must be text but was 1; put it in quotes.
                    version: [1]         | 'version' must be text but was [1].
                    version:             | 'version' must be text but was empty.
                    file: nothing.onnx   | 'file' names 'nothing.onnx', which is not there.
                    file: .              | 'file' names a folder: '.'.
                    file: /etc/passwd    | 'file' must name a file inside the package folder but was '/etc/passwd'.
                    file: a/../../x.onnx | 'file' must name a file inside the package folder but was 'a/../../x.onnx'.
                    labels: other.txt    | 'labels' names 'other.txt', which is not there.
                    input: wide          | 'input' must be a mapping but was the text 'wide'.
                    input:               | 'input' must be a mapping but was empty.
                    """)
    void explainsABadValue(String line, String problem) throws IOException {
        String key = line.substring(0, line.indexOf(':'));
        tiny.yaml(TinyModel.YAML.replaceAll("(?m)^" + key + ":.*\n", "") + line + "\n");

        assertThat(tiny.problems()).contains(problem);
    }

    @Test
    void explainsAMissingFormatAndAnUnknownOne() throws IOException {
        tiny.yaml("name: tiny\nversion: a\n");
        assertThat(tiny.problems())
                .containsExactly("'output.format' is missing; it must be one of " + FORMATS + ".");

        tiny.yaml("name: tiny\nversion: a\noutput: {format: yolo}\n");
        assertThat(tiny.problems())
                .containsExactly("'output.format' must be one of " + FORMATS + " but was 'yolo'.");
    }

    @Test
    void refusesATaskThatIsNotTheFormats() throws IOException {
        tiny.yaml(TinyModel.YAML + "task: classification\n");

        assertThat(tiny.problems()).containsExactly("'task' must be detection for format yolox.");
    }

    @Test
    void refusesAFieldThatMeansNothingToTheFormat() throws IOException {
        tiny.yaml(TinyModel.YAML.replace("format: yolox", "format: yolox, first-class: 1"));

        assertThat(tiny.problems())
                .containsExactly("'output.first-class' means nothing to format yolox.");
    }

    @Test
    void refusesStridesThatCoverThePictureTooOften() throws IOException {
        tiny.yaml(TinyModel.YAML.replace("[16]", "[1" + ", 1".repeat(9_999) + "]"));

        assertThat(tiny.problems())
                .containsExactly(
                        "'output.strides' and 'output.anchors' lay 40960000 boxes over 64 x 64 pixels;"
                                + " at most 4194304 are read.");
    }

    @Test
    void refusesWholeNumbersThatOverflow() throws IOException {
        tiny.yaml(TinyModel.YAML.replace("[16]", "[18446744073709551632]"));

        assertThat(tiny.problems())
                .containsExactly(
                        "'output.strides' must be a list of whole numbers from 1 to 16384 but was"
                                + " [18446744073709551632].");
    }
}
