package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.coco.CocoBenchmark;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.coco.CocoDetection;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Public detectors on 49 images of COCO, against the figures of independent decoders. */
final class DetectorAccuracyITCase {

    private static final int BATCH = 4;

    @TempDir Path folder;

    @BeforeAll
    static void requireData() {
        Assumptions.assumeTrue(
                YoloxNano.isPresent(),
                "YOLOX-nano and its pictures are absent; 'vedette.shared' names their folder.");
    }

    @ParameterizedTest
    @EnumSource
    void scoresWhatTheReferenceDecoderScores(ReferenceModel reference) throws IOException {
        Assumptions.assumeTrue(reference.isPresent(), reference + " is absent.");
        CocoDataset truth = CocoDataset.read(YoloxNano.truth());
        List<CocoDetection> found;
        try (Detector detector = open(reference)) {
            found = CocoBenchmark.detect(detector, truth, YoloxNano.pictures(), done -> {});
        }

        CocoEvaluation scores = CocoEvaluation.evaluate(truth, found);

        System.out.printf("%s on %d images: %s%n", reference, truth.images().size(), scores);
        assertThat(truth.images()).hasSize(49);
        assertThat(scores.ap()).isEqualTo(reference.ap(), within(0.01));
        assertThat(scores.ap50()).isEqualTo(reference.ap50(), within(0.01));
    }

    @Test
    void seesTheSameInABatchAsAlone() throws IOException {
        CocoDataset truth = CocoDataset.read(YoloxNano.truth());
        try (Detector fixed = open(ReferenceModel.YOLOX_NANO);
                Detector dynamic = open(ReferenceModel.YOLOX_NANO_DYNAMIC)) {
            List<Frame> frames = new ArrayList<>();
            for (Image image : truth.images()) {
                frames.add(YoloxNano.frame(image, fixed.input()));
            }
            List<List<Detection>> alone = fixed.detect(frames);

            List<List<Detection>> batched = new ArrayList<>();
            for (int from = 0; from < frames.size(); from += BATCH) {
                int to = Math.min(frames.size(), from + BATCH);
                batched.addAll(dynamic.detect(frames.subList(from, to)));
            }

            assertThat(fixed.maxBatch()).isEqualTo(1);
            assertThat(dynamic.maxBatch()).isEqualTo(Integer.MAX_VALUE);
            assertThat(batched).isEqualTo(alone);
        }
    }

    private Detector open(ReferenceModel reference) {
        ModelPackage model = ModelPackage.load(reference.write(folder.resolve(reference.name())));
        return OnnxDetector.open(
                model.withThresholds(CocoBenchmark.thresholds(model.thresholds())),
                DetectorSettings.defaults());
    }
}
