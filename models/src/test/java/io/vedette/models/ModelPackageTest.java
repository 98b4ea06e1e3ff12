package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.vedette.models.PackageReading.Inferred;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.OtherInput;
import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.Task;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.ModelRef;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import io.vedette.schema.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelPackageTest {

    @TempDir Path folder;

    private static final String FORMATS =
            Stream.of(OutputFormat.values())
                    .map(OutputFormat::key)
                    .collect(Collectors.joining(", "));

    @BeforeEach
    void writePackage() {
        TinyModel.writePackage(folder);
    }

    @Test
    void readsAPackageAndFillsInTheDefaultsOfItsFormat() throws IOException {
        ModelPackage model = ModelPackage.load(folder);

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
        yaml(
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

        ModelPackage model = ModelPackage.load(folder);

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
    void takesTheSizeFromTheGraphWhenItIsNotGiven() throws IOException {
        yaml("name: tiny\nversion: a\noutput: {format: yolox, strides: [16]}\n");

        RasterSpec spec = ModelPackage.load(folder).rasterSpec();

        assertThat(spec.width()).isEqualTo(64);
        assertThat(spec.height()).isEqualTo(64);
    }

    @Test
    void followsSymbolicLinks(@TempDir Path elsewhere) throws IOException {
        Path moved = elsewhere.resolve("weights");
        Files.move(folder.resolve("model.onnx"), moved);
        Files.createSymbolicLink(folder.resolve("model.onnx"), moved);

        assertThat(ModelPackage.load(folder).file()).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    labels.txt | 'labels' names 'labels.txt', which is a link out of the package folder.
                    model.yaml | model.yaml is a link out of the package folder.
                    """)
    void followsNoLinkToTextElsewhere(String name, String problem, @TempDir Path elsewhere)
            throws IOException {
        Path secret = elsewhere.resolve("secret");
        Files.move(folder.resolve(name), secret);
        Files.createSymbolicLink(folder.resolve(name), secret);

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void followsLinksWithinThePackage() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        for (String name : List.of("model.yaml", "labels.txt")) {
            Files.move(folder.resolve(name), folder.resolve("data").resolve(name));
            Files.createSymbolicLink(folder.resolve(name), Path.of("data", name));
        }

        assertThat(ModelPackage.load(folder).labels()).isEqualTo(TinyModel.LABELS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    labels.txt | 4194305 | 'labels' names 'labels.txt', which has more than the 4194304 bytes that it may.
                    model.yaml | 1048577 | model.yaml has more than the 1048576 bytes that it may.
                    """)
    void refusesTextThatIsHuge(String name, int size, String problem) throws IOException {
        Files.write(folder.resolve(name), new byte[size]);

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void tellsTenFaultsOfTheLabelsAndCountsTheRest() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "car\n".repeat(1_000));

        assertThat(problems())
                .hasSize(11)
                .startsWith("labels.txt has 'car' on lines 1 and 2; each label must be unique.")
                .endsWith("labels.txt has 989 more such lines.");
    }

    @Test
    void problemsAreShortAndOfOneLine() throws IOException {
        yaml(TinyModel.YAML + "task: \"a\\n\\e[31m%s\"\n".formatted("b".repeat(100_000)));

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("but was 'a [31mbbb", "bbb … bbb")
                .endsWith("bbb'.")
                .hasSizeLessThan(1_010);
    }

    @Test
    void refusesWholeNumbersThatOverflow() throws IOException {
        yaml(TinyModel.YAML.replace("[16]", "[18446744073709551632]"));

        assertThat(problems())
                .containsExactly(
                        "'output.strides' must be a list of whole numbers from 1 to 16384 but was"
                                + " [18446744073709551632].");
    }

    @Test
    void reportsAllProblemsAtOnce() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "car\n\ncar\n");
        yaml(
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

        assertThat(problems())
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
        yaml(TinyModel.YAML.replaceAll("(?m)^" + key + ":.*\n", "") + line + "\n");

        assertThat(problems()).contains(problem);
    }

    @Test
    void explainsAMissingFormatAndAnUnknownOne() throws IOException {
        yaml("name: tiny\nversion: a\n");
        assertThat(problems())
                .containsExactly("'output.format' is missing; it must be one of " + FORMATS + ".");

        yaml("name: tiny\nversion: a\noutput: {format: yolo}\n");
        assertThat(problems())
                .containsExactly("'output.format' must be one of " + FORMATS + " but was 'yolo'.");
    }

    @Test
    void refusesATaskThatIsNotTheFormats() throws IOException {
        yaml(TinyModel.YAML + "task: classification\n");

        assertThat(problems()).containsExactly("'task' must be detection for format yolox.");
    }

    @Test
    void refusesAFieldThatMeansNothingToTheFormat() throws IOException {
        yaml(TinyModel.YAML.replace("format: yolox", "format: yolox, first-class: 1"));

        assertThat(problems())
                .containsExactly("'output.first-class' means nothing to format yolox.");
    }

    @Test
    void readsHowAPictureIsCroppedAndFiltered() throws IOException {
        yaml(withInput("resize: center-crop, crop: 0.9, filter: antialias"));

        RasterSpec spec = ModelPackage.load(folder).rasterSpec();

        assertThat(spec.resize()).isEqualTo(Resize.CENTER_CROP);
        assertThat(spec.crop()).isEqualTo(0.9);
        assertThat(spec.filter()).isEqualTo(ResizeFilter.ANTIALIAS);
    }

    @Test
    void cropsForAClassifierAsTorchvisionDoes() throws IOException {
        yaml(TinyModel.YAML.replace("format: yolox, strides: [16]", "format: softmax"));

        RasterSpec spec = ModelPackage.load(folder).rasterSpec();

        assertThat(spec.resize()).isEqualTo(Resize.CENTER_CROP);
        assertThat(spec.crop()).isEqualTo(0.875);
        assertThat(spec.filter()).isEqualTo(ResizeFilter.ANTIALIAS);
    }

    @Test
    void cropsOnlyWhereThatIsAskedFor() throws IOException {
        yaml(withInput("resize: letterbox, crop: 0.9"));
        assertThat(problems())
                .containsExactly(
                        "'input.crop' means nothing unless 'input.resize' is center-crop.");

        yaml(withInput("resize: center-crop, crop: 87.5"));
        assertThat(problems())
                .containsExactly(
                        "'input.crop' must be a number above 0 and at most 1 but was 87.5.");
    }

    @Test
    void readsInputsThatTakeNoPicture() throws IOException {
        yaml(
                TinyModel.YAML.replace(
                        "height: 64",
                        "height: 64, others: {size: source-width-height, limit: [1, true]}"));

        assertThat(ModelPackage.load(folder).input().others())
                .containsOnly(
                        entry("size", OtherInput.of(Source.SOURCE_WIDTH_HEIGHT)),
                        entry("limit", OtherInput.constant(List.of(1.0, 1.0))));
    }

    @Test
    void explainsInputsThatAreGivenNonsense() throws IOException {
        yaml(TinyModel.YAML.replace("height: 64", "height: 64, others: {size: big, limit: {}}"));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "'input.others.size' must be one of source-width-height,"
                                + " source-height-width, input-width-height, input-height-width,"
                                + " scale-height-width, confidence, iou, max-detections but was"
                                + " 'big'.",
                        "'input.others.limit' must be a number or a list of numbers but was a"
                                + " mapping.");
    }

    @Test
    void takesLabelsFromTheMetadataOfTheGraph() {
        Map<String, String> metadata = Map.of("names", "{0: 'person', 1: \"driver's cab\"}");

        assertThat(MetadataLabels.of(metadata)).contains(List.of("person", "driver's cab"));
        assertThat(MetadataLabels.of(Map.of("labels", "[\"a\", \"b\"]")))
                .contains(List.of("a", "b"));
        assertThat(MetadataLabels.of(Map.of("classes", "a, b"))).contains(List.of("a", "b"));
        assertThat(MetadataLabels.of(Map.of("character", "big cat\ndog\n")))
                .contains(List.of("big cat", "dog"));
        assertThat(MetadataLabels.of(Map.of("labels", "big_cat dog")))
                .contains(List.of("big_cat", "dog"));
    }

    @Test
    void takesNoLabelsFromMetadataThatNamesNotEveryClassOnce() {
        assertThat(MetadataLabels.of(Map.of())).isEmpty();
        assertThat(MetadataLabels.of(Map.of("names", "{0: 'a', 2: 'c'}"))).isEmpty();
        assertThat(MetadataLabels.of(Map.of("names", "{0: 'a', 1: 'a'}"))).isEmpty();
        assertThat(MetadataLabels.of(Map.of("names", "{unclosed"))).isEmpty();
    }

    @Test
    void saysWhatItInferredAndFromWhere() {
        assertThat(PackageReading.of(folder).inferred())
                .contains(
                        new Inferred("input.resize", "letterbox", "default of yolox"),
                        new Inferred("input.padding", "114", "default of yolox"))
                .noneMatch(inferred -> inferred.field().equals("output.strides"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 64})
    void acceptsADigestOrItsBeginning(int digits) throws IOException {
        String sha256 = PackageFiles.sha256(folder.resolve("model.onnx"));

        yaml(TinyModel.YAML + "sha256: '%s'\n".formatted(sha256.substring(0, digits)));

        assertThat(ModelPackage.load(folder).sha256()).isEqualTo(sha256);
    }

    @Test
    void refusesAFileWithAnotherDigest() throws IOException {
        String sha256 = PackageFiles.sha256(folder.resolve("model.onnx"));

        yaml(TinyModel.YAML + "sha256: 695e750a\n");

        assertThat(problems())
                .containsExactly(
                        "'sha256' is '695e750a' but model.onnx has %s; is it the right file, and complete?"
                                .formatted(sha256));
    }

    @Test
    void asksForTheSizeWhenTheGraphCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "not a network");
        yaml("name: tiny\nversion: a\noutput: {format: yolox}\ninput: {height: 64}\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("ONNX Runtime cannot load model.onnx: ");
    }

    @Test
    void refusesEmptyFiles() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "");
        Files.writeString(folder.resolve("labels.txt"), "\n \n");

        assertThat(problems())
                .containsExactly(
                        "'file' names 'model.onnx', which is empty.", "labels.txt has no labels.");
    }

    @Test
    void refusesLabelsThatAreNotText() throws IOException {
        Files.write(folder.resolve("labels.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(problems()).containsExactly("labels.txt is not UTF-8 text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "- a\n- b\n", "# a comment\n"})
    void refusesADocumentThatIsNoMapping(String yaml) throws IOException {
        yaml(yaml);

        assertThat(problems()).containsExactly("model.yaml must hold a mapping of keys to values.");
    }

    @Test
    void saysInWhichLineTheSyntaxIsWrong() throws IOException {
        yaml("name: tiny\nversion: \"1\ninput: {");
        assertThat(problems()).singleElement().asString().startsWith("model.yaml line ");

        yaml("name: tiny\nname: again\n");
        assertThat(problems()).containsExactly("model.yaml line 2: Duplicate field 'name'.");
    }

    @Test
    void refusesADocumentWithControlCharacters() throws IOException {
        yaml("name: tiny\nversion: \u0000\u0001\n");

        assertThat(problems()).singleElement().asString().startsWith("model.yaml line ");
    }

    @Test
    void saysThatTheFolderOrTheYamlIsMissing() throws IOException {
        Files.delete(folder.resolve("model.yaml"));
        assertThat(problems()).containsExactly("model.yaml is missing.");

        Path nowhere = folder.resolve("nowhere");
        ModelPackageException e =
                catchThrowableOfType(ModelPackageException.class, () -> ModelPackage.load(nowhere));
        assertThat(e).hasMessage("Model package %s: there is no such folder.".formatted(nowhere));
    }

    private void yaml(String text) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), text);
    }

    private static String withInput(String more) {
        return TinyModel.YAML.replace("height: 64", "height: 64, " + more);
    }

    private List<String> problems() {
        ModelPackageException e =
                catchThrowableOfType(ModelPackageException.class, () -> ModelPackage.load(folder));
        return e.problems();
    }
}
