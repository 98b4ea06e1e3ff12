package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.coco.CocoBenchmark;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Public detectors see the same to the last bit, wherever bytes of pixels become numbers. */
final class PreprocessingITCase {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theGraphSeesWhatItSawBefore(ReferenceModel reference) throws IOException {
        Assumptions.assumeTrue(YoloxNano.isPresent(), "The pictures are absent.");
        Assumptions.assumeTrue(reference.isPresent(), reference + " is absent.");
        ModelPackage model = ModelPackage.load(reference.write(folder));
        ModelPackage everything =
                model.withThresholds(CocoBenchmark.thresholds(model.thresholds()));
        try (OnnxDetector host = open(everything, Preprocessing.HOST);
                OnnxDetector graph = open(everything, Preprocessing.GRAPH)) {
            List<Frame> frames = frames(host);
            List<List<Detection>> expected = host.detect(frames);

            List<List<Detection>> answers = graph.detect(frames);

            assertThat(graph.preprocessing()).isEqualTo(Preprocessing.GRAPH);
            assertThat(expected).hasSize(49).anyMatch(seen -> !seen.isEmpty());
            assertThat(answers).isEqualTo(expected);
        }
    }

    private static OnnxDetector open(ModelPackage model, Preprocessing preprocessing) {
        return OnnxDetector.open(
                model, DetectorSettings.defaults().withPreprocessing(preprocessing));
    }

    private static List<Frame> frames(Detector detector) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (Image image : CocoDataset.read(YoloxNano.truth()).images()) {
            frames.add(YoloxNano.frame(image, detector.input()));
        }
        return frames;
    }
}
