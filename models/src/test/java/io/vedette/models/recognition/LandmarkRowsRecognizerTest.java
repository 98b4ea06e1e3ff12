package io.vedette.models.recognition;

import static ai.onnxruntime.OnnxJavaType.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.recognition.FakeAnswer.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandmarkRowsRecognizerTest {

    private static final String COLUMNS = "[box" + ", skip".repeat(12) + "]";

    private final FakeAnswer answer = new FakeAnswer();

    @Test
    void facesThatTheGraphSuppressesAreTold() {
        thresholds().rows("selectedBoxes", 6, 16, faces(true));

        assertThat(best().format()).isEqualTo(OutputFormat.END_TO_END);
        assertThat(best().classes()).isEqualTo(1);
        assertThat(best().preparations()).containsExactly(Preparation.BLAZEFACE);
        assertThat(Options.of(best()))
                .containsEntry("output.columns", COLUMNS)
                .containsEntry("output.boxes", "yxyx")
                .containsEntry("output.units", "fraction");
    }

    @Test
    void theLandmarksTellWhichNumberIsTheLeft() {
        thresholds().rows("selectedBoxes", 6, 16, faces(false));

        assertThat(Options.of(best())).containsEntry("output.boxes", "xyxy");
    }

    @Test
    void aPictureWithoutFacesIsEnough() {
        thresholds().output("selectedBoxes", FLOAT, new int[] {1, 0, 16}, 1, (row, c) -> 0);

        assertThat(best().sureness()).isEqualTo(Sureness.LIKELY);
        assertThat(Options.of(best()))
                .containsEntry("output.boxes", "yxyx")
                .containsEntry("output.units", "fraction");
    }

    @Test
    void withoutThresholdsSixteenNumbersMayBeAnything() {
        answer.rows("output", 6, 16, faces(true));

        assertThat(FormatRecognizers.recognize(answer.seen()))
                .extracting(Guess::format)
                .doesNotContain(OutputFormat.END_TO_END);
    }

    private FakeAnswer thresholds() {
        return answer.input("conf_threshold", 1).input("iou_threshold", 1).input("max_detections");
    }

    /** Boxes in the lower left of the picture, and six points in the middle of each. */
    private static Numbers faces(boolean topFirst) {
        return (row, c) -> {
            double left = 0.1 + row * 0.01;
            double top = 0.6 + row * 0.01;
            boolean vertical = (c % 2 == 0) == (c < 4 && topFirst);
            if (c < 4) {
                return (vertical ? top : left) + (c < 2 ? 0 : 0.2);
            }
            return (c % 2 == 0 ? left : top) + 0.1;
        };
    }

    private Guess best() {
        List<Guess> guesses = FormatRecognizers.recognize(answer.seen());
        return guesses.get(0);
    }
}
