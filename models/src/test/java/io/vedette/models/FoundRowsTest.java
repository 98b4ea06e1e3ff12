package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that puts out a row for each colour of a picture, and so as many as it finds. */
final class FoundRowsTest {

    private static final Box LEFT_HALF = new Box(0, 0, 32, 64);

    @TempDir Path folder;

    @BeforeEach
    void writePackage() throws IOException {
        try (InputStream onnx = FoundRowsTest.class.getResourceAsStream("/tiny-rows.onnx")) {
            Files.copy(onnx, folder.resolve("model.onnx"));
        }
        Files.write(folder.resolve("labels.txt"), List.of("red", "green"));
        Files.writeString(
                folder.resolve("model.yaml"),
                """
                name: rows
                version: "1"
                output: {format: end-to-end}
                """);
    }

    @Test
    void readsAnyNumberOfRows() {
        try (OnnxDetector detector = open()) {
            List<Frame> frames =
                    showing(detector, Color.BLACK, Color.RED, Color.BLACK, Color.YELLOW, Color.RED);

            List<List<Detection>> seen = detector.detect(frames);

            assertThat(seen.stream().map(List::size)).containsExactly(0, 1, 0, 2, 1);
            assertThat(seen.get(1)).containsExactly(new Detection("red", 0, 1, LEFT_HALF, null));
        }
    }

    @Test
    void givesOneFrameAtATimeSinceTheRowsDoNotSayWhichTheyAreOf() {
        try (OnnxDetector detector = open()) {
            assertThat(detector.maxBatch()).isEqualTo(1);
            assertThat(detector.warnings())
                    .containsExactly(
                            "the outputs do not tell frames apart, so the graph is given one at a"
                                    + " time.");
        }
    }

    @Test
    void skipsAClassWithoutALabel() {
        try (OnnxDetector detector = open()) {
            List<Detection> seen = detector.detect(showing(detector, Color.WHITE)).get(0);

            assertThat(seen).extracting(Detection::label).containsExactly("red", "green");
        }
    }

    private OnnxDetector open() {
        return OnnxDetector.open(ModelPackage.load(folder), DetectorSettings.defaults());
    }

    private static List<Frame> showing(Detector detector, Color... colors) {
        return Stream.of(colors)
                .map(color -> StillFrame.of(TinyModel.picture(0, 0, color), detector.input()))
                .toList();
    }
}
