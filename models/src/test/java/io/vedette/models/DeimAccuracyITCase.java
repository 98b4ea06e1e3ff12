package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.coco.CocoBenchmark;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.models.inputs.ImageFile;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DEIMv2, which is told the size of pictures, on 49 images of COCO. */
final class DeimAccuracyITCase {

    private static final String MODEL = "models/deimv2_atto.onnx";
    private static final String TRUTH = "truth/coco_val_permissive.json";
    private static final String IMAGES = "images/coco_val";

    @TempDir Path folder;

    @BeforeEach
    void writePackage() throws IOException {
        SharedData.require(MODEL, TRUTH, IMAGES);
        Files.copy(SharedData.of(MODEL), folder.resolve("model.onnx"));
        try (InputStream labels =
                DeimAccuracyITCase.class.getResourceAsStream("/coco-labels.txt")) {
            Files.copy(labels, folder.resolve("labels.txt"));
        }
        Files.writeString(
                folder.resolve("model.yaml"),
                """
                name: deimv2-atto
                version: "1"
                output: {format: detr}
                """);
    }

    /** The reference is .246 and .367, or .250 and .379 with OpenCV's resize. */
    @Test
    void scoresWhatReferenceDecodersScore() throws IOException {
        CocoDataset truth = CocoDataset.read(SharedData.of(TRUTH));
        ModelPackage model = ModelPackage.load(folder);
        ModelPackage scored = model.withThresholds(CocoBenchmark.thresholds(model.thresholds()));
        try (Detector detector = OnnxDetector.open(scored, DetectorSettings.defaults())) {
            CocoEvaluation scores =
                    CocoEvaluation.evaluate(
                            truth,
                            CocoBenchmark.detect(
                                    detector, truth, SharedData.of(IMAGES), progress -> {}));

            System.out.printf("DEIMv2-atto on %d images: %s%n", truth.images().size(), scores);
            assertThat(scores.ap()).isEqualTo(0.250, within(0.005));
            assertThat(scores.ap50()).isEqualTo(0.379, within(0.005));
        }
    }

    @Test
    void seesTheSameInABatchAsAlone() throws IOException {
        ModelPackage model = ModelPackage.load(folder);
        try (Detector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            List<Frame> frames = frames(detector);
            List<List<Detection>> alone = new ArrayList<>();
            for (Frame frame : frames) {
                alone.addAll(detector.detect(List.of(frame)));
            }

            List<List<Detection>> batched = detector.detect(frames);

            assertThat(detector.maxBatch()).isEqualTo(Integer.MAX_VALUE);
            assertThat(batched.stream().map(List::size).toList())
                    .isEqualTo(alone.stream().map(List::size).toList());
            assertThat(batched.get(2)).isNotEmpty().isEqualTo(alone.get(2));
        }
    }

    private static List<Frame> frames(Detector detector) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (Image image : CocoDataset.read(SharedData.of(TRUTH)).images().subList(0, 4)) {
            Path file = SharedData.of(IMAGES).resolve(image.file());
            frames.add(StillFrame.of(ImageFile.read(file), detector.input()));
        }
        return frames;
    }
}
