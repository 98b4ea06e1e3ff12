package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DEIMv2, which is told a size for every frame of a batch and puts several outputs out. */
final class DeimITCase {

    @TempDir Path folder;

    @Test
    void seesTheSameInABatchAsAlone() throws IOException {
        Assumptions.assumeTrue(
                ReferenceModel.DEIMV2_ATTO.isPresent() && YoloxNano.isPresent(),
                "DEIMv2 and the pictures are absent; 'vedette.shared' names their folder.");
        ModelPackage model = ModelPackage.load(ReferenceModel.DEIMV2_ATTO.write(folder));
        try (Detector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            List<Frame> frames = new ArrayList<>();
            for (Image image : CocoDataset.read(YoloxNano.truth()).images().subList(0, 4)) {
                frames.add(YoloxNano.frame(image, detector.input()));
            }
            List<List<Detection>> alone = new ArrayList<>();
            for (Frame frame : frames) {
                alone.addAll(detector.detect(List.of(frame)));
            }

            List<List<Detection>> batched = detector.detect(frames);

            assertThat(detector.maxBatch()).isEqualTo(Integer.MAX_VALUE);
            assertThat(batched).isEqualTo(alone);
            assertThat(batched).noneMatch(List::isEmpty);
        }
    }
}
