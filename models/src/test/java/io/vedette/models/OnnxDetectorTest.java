package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.models.inputs.ImageRaster;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Anchor;
import io.vedette.schema.Box;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OnnxDetectorTest {

    @TempDir Path folder;

    @Test
    void seesAPaintedCell() {
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            List<List<Detection>> answers =
                    detector.detect(
                            List.of(
                                    TinyModel.frame(
                                            "gate-1", 0, TinyModel.picture(2, 1, Color.RED))));

            assertThat(answers)
                    .containsExactly(
                            List.of(new Detection("red", 2, 1, new Box(32, 16, 16, 16), null)));
        }
    }

    @Test
    void reportsBoxesInPixelsOfTheSourceFrame() {
        BufferedImage wide = new BufferedImage(256, 128, BufferedImage.TYPE_3BYTE_BGR);
        paint(wide, 64, 64, 64, Color.GREEN);
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            List<Detection> answer =
                    detector.detect(List.of(TinyModel.frame("gate-1", 0, wide))).get(0);

            assertThat(answer)
                    .containsExactly(new Detection("green", 1, 1, new Box(64, 64, 64, 64), null));
        }
    }

    @Test
    void clipsBoxesToTheSourceFrame() {
        BufferedImage low = new BufferedImage(64, 24, BufferedImage.TYPE_3BYTE_BGR);
        paint(low, 0, 16, 16, Color.BLUE);
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            List<Detection> answer =
                    detector.detect(List.of(TinyModel.frame("gate-1", 0, low))).get(0);

            assertThat(answer).extracting(Detection::box).containsExactly(new Box(0, 16, 16, 8));
        }
    }

    @Test
    void ordersDetectionsByConfidence() {
        BufferedImage picture = TinyModel.picture(0, 0, new Color(200, 0, 0));
        paint(picture, 48, 48, 16, Color.BLUE);
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            List<Detection> answer =
                    detector.detect(List.of(TinyModel.frame("gate-1", 0, picture))).get(0);

            assertThat(answer).extracting(Detection::label).containsExactly("blue", "red");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersEveryFrameInOrderWhateverTheBatch(TinyModel tiny) {
        List<Frame> frames =
                IntStream.range(0, 7)
                        .mapToObj(
                                i ->
                                        TinyModel.frame(
                                                "gate-1",
                                                i,
                                                TinyModel.picture(i % 4, i / 4, Color.RED)))
                        .toList();
        try (Detector detector = open(tiny)) {
            List<List<Detection>> answers = detector.detect(frames);

            assertThat(answers).hasSize(7);
            for (int i = 0; i < 7; i++) {
                assertThat(answers.get(i))
                        .extracting(Detection::box)
                        .containsExactly(new Box(i % 4 * 16, i / 4 * 16, 16, 16));
            }
            assertThat(detector.detect(List.of())).isEmpty();
            assertThat(detector.detect(frames.subList(2, 3))).isEqualTo(answers.subList(2, 3));
        }
    }

    @Test
    void knowsHowManyFramesShareARun() {
        try (Detector any = open(TinyModel.DYNAMIC);
                Detector one = open(TinyModel.FIXED_1);
                Detector three = open(TinyModel.FIXED_3)) {
            assertThat(any.maxBatch()).isEqualTo(Integer.MAX_VALUE);
            assertThat(one.maxBatch()).isEqualTo(1);
            assertThat(three.maxBatch()).isEqualTo(3);
        }
    }

    @Test
    void prefersOneFrameOnAProcessorUnlessTheGraphOrTheSettingsWantMore() {
        try (Detector any = open(TinyModel.DYNAMIC);
                Detector one = open(TinyModel.FIXED_1);
                Detector three = open(TinyModel.FIXED_3);
                Detector eight = open(TinyModel.DYNAMIC, DetectorSettings.defaults().withBatch(8));
                Detector fixed =
                        open(TinyModel.FIXED_1, DetectorSettings.defaults().withBatch(8))) {
            assertThat(any.preferredBatch()).isEqualTo(1);
            assertThat(one.preferredBatch()).isEqualTo(1);
            assertThat(three.preferredBatch()).isEqualTo(3);
            assertThat(eight.preferredBatch()).isEqualTo(8);
            assertThat(fixed.preferredBatch()).isEqualTo(1);
        }
    }

    @Test
    void tellsABatchThatIsTooLargeForTheMemoryAndStaysUsable() {
        Frame frame = TinyModel.frame("gate-1", 7, TinyModel.picture(0, 0, Color.RED));
        List<Frame> tooMany = Collections.nCopies(1_000_000, frame);
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            assertThatThrownBy(() -> detector.detect(tooMany))
                    .isInstanceOf(OutOfDeviceMemoryException.class)
                    .hasMessageStartingWith(
                            "Model 'tiny' version '1' failed on a batch of 1000000: Failed to"
                                    + " allocate memory of 49152000000 bytes");

            assertThat(detector.detect(List.of(frame, frame))).hasSize(2).doesNotContain(List.of());
        }
    }

    @Test
    void batchesOfChangingSizeDoNotSeeEachOther() {
        List<Frame> frames =
                IntStream.range(0, 16)
                        .mapToObj(
                                i ->
                                        TinyModel.frame(
                                                "gate-1",
                                                i,
                                                TinyModel.picture(i % 4, i / 4, Color.BLUE)))
                        .toList();
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            List<List<Detection>> alone = new ArrayList<>();
            frames.forEach(frame -> alone.addAll(detector.detect(List.of(frame))));

            for (int size : new int[] {5, 16, 1, 7, 7, 2, 16}) {
                assertThat(detector.detect(frames.subList(0, size)))
                        .isEqualTo(alone.subList(0, size));
            }
        }
    }

    @Test
    void refusesAFrameWithoutAFittingRasterAndStaysUsable() {
        Frame good = TinyModel.frame("gate-1", 7, TinyModel.picture(0, 0, Color.RED));
        Frame bare = new Frame("gate-1", 7, Instant.EPOCH, Instant.EPOCH, 64, 64, null, null);
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            assertThatThrownBy(() -> detector.detect(List.of(good, bare)))
                    .isInstanceOf(DetectionException.class)
                    .hasMessage(
                            "Camera 'gate-1': frame 7 has no raster but Model 'tiny' version '1'"
                                    + " wants 64 x 64 BGR.");
            assertThat(detector.detect(List.of(good)).get(0)).hasSize(1);
        }
    }

    @Test
    void refusesARasterOfAnotherSize() {
        RasterSpec small =
                new RasterSpec(32, 32, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
        BufferedImage picture = TinyModel.picture(0, 0, Color.RED);
        Frame frame =
                TinyModel.frame("gate-1", 7, picture).withRaster(ImageRaster.of(picture, small));
        try (Detector detector = open(TinyModel.DYNAMIC)) {
            assertThatThrownBy(() -> detector.detect(List.of(frame)))
                    .isInstanceOf(DetectionException.class)
                    .hasMessage(
                            "Camera 'gate-1': frame 7 has a Raster[32 x 32 BGR] but Model 'tiny'"
                                    + " version '1' wants 64 x 64 BGR.");
        }
    }

    @Test
    void skipsBoxesThatTheNetworkPutsOutAsNaN() throws IOException {
        Path directory = TinyModel.DYNAMIC.write(folder);
        Files.writeString(
                directory.resolve("model.yaml"),
                TinyModel.YAML.replace("height: 64", "height: 64, std: [1.0e-45, 1, 1]"));
        Frame blue = TinyModel.frame("gate-1", 0, TinyModel.picture(0, 0, Color.BLUE));
        try (Detector detector =
                OnnxDetector.open(ModelPackage.load(directory), DetectorSettings.defaults())) {
            assertThat(detector.detect(List.of(blue))).containsExactly(List.of());
        }
    }

    @Test
    void failsEveryCallOnceClosed() {
        Detector detector = open(TinyModel.DYNAMIC);
        detector.close();
        detector.close();

        assertThatThrownBy(() -> detector.detect(List.of()))
                .isInstanceOf(DetectionException.class)
                .hasMessage("Model 'tiny' version '1' is closed.");
    }

    @Test
    void namesEverythingInTheGraphThatDoesNotFitThePackage() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(folder.resolve("labels.txt"), "blue\ngreen\n");
        Files.writeString(
                folder.resolve("model.yaml"),
                """
                name: tiny
                version: "1"
                input: {width: 64, height: 32}
                output: {format: yolox, strides: [8]}
                """);

        assertThat(problemsOnOpen())
                .containsExactly(
                        "input images: float[?, 3, 64, 64] does not take nchw with 3 channels,"
                                + " height 32 and width 64, as 'input' says.",
                        "output output: float[?, 16, 8] has 16 cells but 64 x 32 with strides [8]"
                                + " has 32.",
                        "output output: float[?, 16, 8] implies 3 classes but there are 2"
                                + " labels.");
    }

    @Test
    void refusesALayoutThatIsNotTheGraphs() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(
                folder.resolve("model.yaml"),
                TinyModel.YAML.replace("height: 64", "height: 64, layout: nhwc"));

        assertThat(problemsOnOpen())
                .containsExactly(
                        "input images: float[?, 3, 64, 64] does not take nhwc with 3 channels,"
                                + " height 64 and width 64, as 'input' says.");
    }

    @Test
    void refusesAFileThatIsNoNetwork() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(folder.resolve("model.onnx"), "not a network");

        assertThat(problemsOnOpen())
                .singleElement()
                .asString()
                .startsWith("ONNX Runtime cannot load the graph: ");
    }

    private Detector open(TinyModel tiny) {
        return open(tiny, DetectorSettings.defaults());
    }

    private Detector open(TinyModel tiny, DetectorSettings settings) {
        Path directory = tiny.write(folder.resolve(tiny.name()));
        return OnnxDetector.open(ModelPackage.load(directory), settings);
    }

    private List<String> problemsOnOpen() {
        ModelPackage model = ModelPackage.load(folder);
        ModelPackageException e =
                catchThrowableOfType(
                        ModelPackageException.class,
                        () -> OnnxDetector.open(model, DetectorSettings.defaults()));
        return e.problems();
    }

    private static void paint(BufferedImage image, int x, int y, int side, Color color) {
        for (int i = 0; i < side * side; i++) {
            int column = x + i % side;
            int row = y + i / side;
            if (row < image.getHeight()) {
                image.setRGB(column, row, color.getRGB());
            }
        }
    }
}
