package io.vedette.models.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.vedette.models.init.InitRequest.LabelledPictures;
import io.vedette.models.recognition.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Describes the models of the folder named by {@code vedette.shared}, which may be absent. */
class SharedModelsITCase {

    private static final Path MODELS =
            Path.of(System.getProperty("vedette.shared", ""))
                    .toAbsolutePath()
                    .resolve("data/models");

    @TempDir Path folder;

    @BeforeEach
    void requireModels() {
        assumeTrue(Files.isDirectory(MODELS), () -> "skipped: there are no models in " + MODELS);
    }

    @ParameterizedTest
    @CsvSource({
        "yolox_nano_416.onnx, yolox, letterbox, bgr, '[1, 1, 1]', 80",
        "derived/yolox_nano_416_dynbatch.onnx, yolox, letterbox, bgr, '[1, 1, 1]', 80",
        "derived/yolox_nano_416_fp16.onnx, yolox, letterbox, bgr, '[1, 1, 1]', 80",
        "nanodet_m_320.onnx, nanodet, letterbox, bgr, '[57.375, 57.12, 58.395]', 80",
        "picodet_s_320.onnx, picodet, stretch, rgb, '[58.395, 57.12, 57.375]', 80",
        "deimv2_atto.onnx, detr, stretch, rgb, '[255, 255, 255]', 80",
        "fastestdet.onnx, fastestdet, stretch, bgr, '[255, 255, 255]', 80",
        "yunet_n_320.onnx, yunet, letterbox, bgr, '[1, 1, 1]', 1",
        "squeezenet_fp16.onnx, softmax, center-crop, bgr, '[1, 1, 1]', 1000",
        "mnist.onnx, softmax, stretch, grey, '[1]', 10"
    })
    void describesAModel(
            String file, String format, String resize, String color, String std, int labels) {
        InitReport report = init(file);

        Map<String, String> fields =
                report.decisions().stream()
                        .collect(Collectors.toMap(Decision::field, Decision::value));
        assertThat(fields)
                .containsEntry("output.format", format)
                .containsEntry("input.resize", resize)
                .containsEntry("input.color", color)
                .containsEntry("input.std", std);
        assertThat(report.labels()).hasSize(labels).doesNotHaveDuplicates();
        assertThat(report.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yolox_nano_416.onnx",
        "nanodet_m_320.onnx",
        "picodet_s_320.onnx",
        "deimv2_atto.onnx",
        "fastestdet.onnx"
    })
    void modelsOfCocoSeeTheTestCard(String file) {
        assertThat(init(file).found()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void namesOfItsOwnDoNotHideWhatANetworkSees() throws IOException {
        String names =
                IntStream.range(0, 80).mapToObj(i -> "thing " + i).collect(Collectors.joining(","));
        ModelProto model =
                ModelProto.parseFrom(Files.readAllBytes(MODELS.resolve("yolox_nano_416.onnx")));
        Path renamed = folder.resolve("renamed.onnx");
        StringStringEntryProto entry =
                StringStringEntryProto.newBuilder().setKey("names").setValue(names).build();
        Files.write(renamed, model.toBuilder().addMetadataProps(entry).build().toByteArray());

        InitReport report = init(renamed.toString());

        assertThat(report.labels()).startsWith("thing 0", "thing 1");
        assertThat(report.found()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(report.unsettled()).contains("input.anchor: top-left");
    }

    @Test
    void labelledPicturesSettleWhatTheCardCannotTell() {
        Path data = MODELS.resolveSibling("truth/coco_val_permissive.json");
        LabelledPictures pictures =
                new LabelledPictures(data, MODELS.resolveSibling("images/coco_val"));

        InitReport report =
                ModelInit.write(
                        new InitRequest(
                                MODELS.resolve("yolox_nano_416.onnx"),
                                folder.resolve("made"),
                                "made",
                                false,
                                pictures));

        assertThat(report.unsettled()).isEmpty();
        assertThat(report.decisions())
                .filteredOn(each -> each.field().equals("input.anchor"))
                .singleElement()
                .satisfies(
                        anchor -> {
                            assertThat(anchor.value()).isEqualTo("top-left");
                            assertThat(anchor.reason()).contains("AP 0.29", "labelled pictures");
                        });
    }

    @Test
    void aGraphWithoutAPictureIsRefused() {
        assertThatThrownBy(() -> init("oip_simple_int32.onnx"))
                .isInstanceOf(InitException.class)
                .hasMessageContaining("No input takes a picture");
    }

    private InitReport init(String file) {
        return ModelInit.write(
                new InitRequest(MODELS.resolve(file), folder.resolve("made"), "made", false));
    }
}
