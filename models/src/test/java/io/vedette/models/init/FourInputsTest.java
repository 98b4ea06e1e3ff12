package io.vedette.models.init;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.StillFrame;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.recognition.Decision;
import io.vedette.schema.Box;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that is told three thresholds beside the picture, as BlazeFace with suppression is. */
class FourInputsTest {

    private static final int SIDE = 64;

    @TempDir Path folder;

    @Test
    void isDescribedAndIsToldItsThresholds() throws IOException {
        Path output = folder.resolve("made");

        InitReport report = ModelInit.write(new InitRequest(faces(), output, "faces", false));

        Map<String, String> fields =
                report.decisions().stream()
                        .collect(Collectors.toMap(Decision::field, Decision::value));
        assertThat(report.problems()).isEmpty();
        assertThat(report.labels()).containsExactly("face");
        assertThat(fields)
                .containsEntry("output.format", "end-to-end")
                .containsEntry("output.boxes", "yxyx")
                .containsEntry("input.others.conf_threshold", "confidence")
                .containsEntry("input.others.iou_threshold", "iou")
                .containsEntry("input.others.max_detections", "max-detections");
        ModelPackage model = ModelPackage.load(output);
        try (OnnxDetector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            var found = detector.detect(List.of(StillFrame.blank(detector.input()))).get(0);
            assertThat(found)
                    .extracting(detection -> detection.box())
                    .containsExactly(new Box(16, 8, 16, 16), new Box(40, 8, 16, 16));
        }
    }

    /** Two faces, as far as so many are wanted. */
    private Path faces() throws IOException {
        float[] rows = new float[2 * 16];
        for (int face = 0; face < 2; face++) {
            float left = face == 0 ? 0.25f : 0.625f;
            float[] box = {0.125f, left, 0.375f, left + 0.25f};
            System.arraycopy(box, 0, rows, face * 16, 4);
            for (int c = 4; c < 16; c += 2) {
                rows[face * 16 + c] = left + 0.125f;
                rows[face * 16 + c + 1] = 0.25f;
            }
        }
        return new NodeGraph()
                .input("image", DataType.FLOAT, 1, 3, SIDE, SIDE)
                .input("conf_threshold", DataType.FLOAT, 1)
                .input("max_detections", DataType.INT64, 1)
                .input("iou_threshold", DataType.FLOAT, 1)
                .floats("faces", new long[] {1, 2, 16}, rows)
                .integers("from", 0)
                .integers("axis", 1)
                .node("Slice", "selectedBoxes", "faces", "from", "max_detections", "axis")
                .output("selectedBoxes", 1, -1, 16)
                .write(folder.resolve("faces.onnx"));
    }
}
