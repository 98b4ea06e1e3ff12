package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** YOLOX-nano on 49 images of COCO, against the figures of an independent decoder. */
final class YoloxAccuracyITCase {

    private static final int BATCH = 4;

    @TempDir Path folder;

    @BeforeAll
    static void requireData() {
        Assumptions.assumeTrue(
                YoloxNano.isPresent(),
                "YOLOX-nano and its pictures are absent; 'vedette.shared' names their folder.");
    }

    @Test
    void scoresWhatTheReferenceDecoderScores() throws IOException {
        CocoDataset truth = CocoDataset.read(YoloxNano.truth());
        List<CocoDetection> found = new ArrayList<>();
        try (Detector detector = open(YoloxNano.FIXED_1)) {
            for (Image image : truth.images()) {
                Frame frame = YoloxNano.frame(image, detector.input());
                found.addAll(truth.detections(image.id(), detector.detect(List.of(frame)).get(0)));
            }
        }

        CocoEvaluation scores = CocoEvaluation.evaluate(truth, found);

        System.out.printf("YOLOX-nano on %d images: %s%n", truth.images().size(), scores);
        assertThat(truth.images()).hasSize(49);
        assertThat(scores.ap()).isEqualTo(0.291, within(0.01));
        assertThat(scores.ap50()).isEqualTo(0.476, within(0.01));
    }

    @Test
    void seesTheSameInABatchAsAlone() throws IOException {
        CocoDataset truth = CocoDataset.read(YoloxNano.truth());
        try (Detector fixed = open(YoloxNano.FIXED_1);
                Detector dynamic = open(YoloxNano.DYNAMIC)) {
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

    private Detector open(YoloxNano nano) {
        Path directory = nano.write(folder.resolve(nano.name()), 0.001f, 0.65f);
        return OnnxDetector.open(ModelPackage.load(directory), DetectorSettings.defaults());
    }
}
