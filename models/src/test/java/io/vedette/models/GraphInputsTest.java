package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What graphs of all kinds are fed. */
final class GraphInputsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(TinyModel.class)
    void everyKindOfInputSeesTheSamePictures(TinyModel model) {
        Frame blue = TinyModel.frame("gate-1", 0, TinyModel.picture(1, 2, Color.BLUE));
        Frame red = TinyModel.frame("gate-1", 1, TinyModel.picture(3, 0, Color.RED));

        try (OnnxDetector detector = open(model.write(folder))) {
            List<List<Detection>> seen = detector.detect(List.of(blue, red));

            assertThat(seen.get(0)).singleElement().satisfies(d -> isCell(d, "blue", 16, 32));
            assertThat(seen.get(1)).singleElement().satisfies(d -> isCell(d, "red", 48, 0));
        }
    }

    private static void isCell(Detection detection, String label, float x, float y) {
        assertThat(detection.label()).isEqualTo(label);
        assertThat(detection.confidence()).isEqualTo(1, within(1e-3f));
        assertThat(detection.box()).isEqualTo(new Box(x, y, 16, 16));
    }

    @Test
    void aGraphThatFailsWithTwoFramesIsGivenOneAtATime() {
        try (OnnxDetector detector = open(TinyModel.LIAR.write(folder))) {
            assertThat(detector.maxBatch()).isEqualTo(1);
            assertThat(detector.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("the graph declares any batch but fails with two frames, so");
        }
    }

    @Test
    void aGraphThatKeepsItsWordIsGivenManyFrames() {
        try (OnnxDetector detector = open(TinyModel.DYNAMIC.write(folder))) {
            assertThat(detector.maxBatch()).isEqualTo(Integer.MAX_VALUE);
            assertThat(detector.warnings()).isEmpty();
        }
    }

    @Test
    void aPictureWithoutABatchIsOneFrame() {
        try (OnnxDetector detector = open(TinyModel.UNBATCHED.write(folder))) {
            assertThat(detector.maxBatch()).isEqualTo(1);
        }
    }

    private static OnnxDetector open(Path directory) {
        return OnnxDetector.open(ModelPackage.load(directory), DetectorSettings.defaults());
    }
}
