package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.Landmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * YuNet on 49 images of COCO, against what OpenCV's {@code FaceDetectorYN} sees with the same
 * network in the same letterboxes.
 */
final class YunetITCase {

    private static final Path ONNX = YoloxNano.DATA.resolve("models/yunet_n_320.onnx");

    @TempDir Path folder;

    @BeforeAll
    static void requireData() {
        Assumptions.assumeTrue(
                YoloxNano.isPresent() && Files.isRegularFile(ONNX),
                "YuNet or its pictures are absent; 'vedette.shared' names their folder.");
    }

    @Test
    void seesTheFacesThatOpenCvSees() throws IOException {
        List<Detection> faces = faces("output: {format: yunet}");

        assertThat(faces).hasSize(5);
        assertFace(
                faces.get(0),
                0.9183f,
                new Box(146.28f, 94.66f, 30.23f, 39.8f),
                new float[] {
                    156.5f, 111.1f, 170.3f, 111.3f, 164.2f, 119.1f, 157.1f, 125.7f, 169.1f, 125.7f
                });
        assertFace(
                faces.get(3),
                0.921f,
                new Box(417.04f, 170.94f, 50.8f, 66.08f),
                new float[] {
                    432.4f, 195.9f, 454.6f, 195.5f, 444.4f, 208.6f, 434.4f, 219.7f, 452.4f, 219.5f
                });
        assertFace(
                faces.get(4),
                0.9172f,
                new Box(326.56f, 61.57f, 88.91f, 108.4f),
                new float[] {
                    339.7f, 104.0f, 373.6f, 106.4f, 345.7f, 127.1f, 341.3f, 144.2f, 368.0f, 145.8f
                });
    }

    @Test
    void seesAsManyLessCertainFacesAsOpenCv() throws IOException {
        assertThat(faces("output: {format: yunet}\nthresholds: {confidence: 0.6}")).hasSize(40);
    }

    private List<Detection> faces(String yaml) throws IOException {
        Files.copy(ONNX, folder.resolve("model.onnx"));
        Files.writeString(folder.resolve("labels.txt"), "face\n");
        Files.writeString(
                folder.resolve("model.yaml"), "name: yunet\nversion: \"1\"\n" + yaml + "\n");
        List<Detection> faces = new ArrayList<>();
        try (Detector detector =
                OnnxDetector.open(ModelPackage.load(folder), DetectorSettings.defaults())) {
            for (Image image : CocoDataset.read(YoloxNano.truth()).images()) {
                var frame = YoloxNano.frame(image, detector.input());
                faces.addAll(detector.detect(List.of(frame)).get(0));
            }
        }
        return faces;
    }

    /**
     * @param points x, y, x, y, …
     */
    private static void assertFace(Detection face, float confidence, Box box, float[] points) {
        assertThat(face.label()).isEqualTo("face");
        assertThat(face.confidence()).isCloseTo(confidence, within(0.005f));
        assertThat(face.box().iou(box)).isGreaterThan(0.97f);
        assertThat(face.landmarks()).hasSize(points.length / 2);
        for (int i = 0; i < face.landmarks().size(); i++) {
            Landmark landmark = face.landmarks().get(i);
            assertThat(landmark.x()).isCloseTo(points[2 * i], within(0.5f));
            assertThat(landmark.y()).isCloseTo(points[2 * i + 1], within(0.5f));
        }
    }
}
