package io.vedette.models.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Observation;
import io.vedette.models.recognition.Observation.Shown;
import io.vedette.models.recognition.Preparation;
import io.vedette.models.recognition.Sureness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({
        "80, 0, person",
        "80, 11, stop sign",
        "80, 79, toothbrush",
        "90, 0, person",
        "90, 12, stop sign",
        "90, 11, n/a-12",
        "90, 89, toothbrush",
        "91, 0, n/a-0",
        "91, 13, stop sign",
        "20, 14, person",
        "7, 3, class-3",
        "1, 0, class-0"
    })
    void theCountSuggestsTheNames(int classes, int index, String name) {
        Labels labels = labels(OutputFormat.YOLOV8, classes, Map.of());

        assertThat(labels.names()).hasSize(classes).doesNotHaveDuplicates();
        assertThat(labels.names().get(index)).isEqualTo(name);
        assertThat(labels.decision().sureness()).isEqualTo(Sureness.GUESS);
    }

    @Test
    void namesOfTheMetadataAreSure() {
        Labels labels = labels(OutputFormat.YOLOV8, 2, Map.of("names", "{0: 'cat', 1: 'dog'}"));

        assertThat(labels.names()).containsExactly("cat", "dog");
        assertThat(labels.decision().sureness()).isEqualTo(Sureness.SURE);
    }

    @Test
    void namesOfAnotherCountAreNotTaken() {
        Labels labels = labels(OutputFormat.YOLOV8, 3, Map.of("names", "{0: 'cat', 1: 'dog'}"));

        assertThat(labels.names()).containsExactly("class-0", "class-1", "class-2");
    }

    @Test
    void faceDetectorsFindFaces() {
        assertThat(labels(OutputFormat.YUNET, 1, Map.of()).names()).containsExactly("face");
    }

    private static Labels labels(OutputFormat format, int classes, Map<String, String> metadata) {
        return Labels.of(
                new Observation(
                        new GraphSignature(List.of(), List.of(), "", metadata),
                        new Shown(64, 64, 3, 1),
                        List.of()),
                new Guess(
                        format,
                        Sureness.SURE,
                        "",
                        classes,
                        List.of(),
                        List.of(Preparation.ULTRALYTICS)));
    }
}
