package io.vedette.models.recognition;

import static ai.onnxruntime.OnnxJavaType.FLOAT;
import static io.vedette.models.recognition.FakeAnswer.CELLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoredRecognizersTest {

    private final FakeAnswer answer = new FakeAnswer();

    @Test
    void logitsBesideFewBoxesAreQueries() {
        answer.rows("logits", 100, 80, (row, c) -> answer.between(-9, 1))
                .rows("pred_boxes", 100, 4, (row, c) -> answer.between(0.1, 0.9));

        assertThat(best().format()).isEqualTo(OutputFormat.DETR);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void aLastLogitThatMostlyWinsIsNothing() {
        answer.rows("logits", 100, 92, (row, c) -> c == 91 ? 8 : answer.between(-9, 1))
                .rows("pred_boxes", 100, 4, (row, c) -> answer.between(0.1, 0.9));

        assertThat(best().classes()).isEqualTo(91);
        assertThat(best().preparations()).startsWith(Preparation.RGB_IMAGENET);
    }

    @Test
    void boxesAndProbabilitiesInOneTableAreQueries() {
        answer.rows("output0", 300, 84, (row, c) -> answer.between(0.1, 0.9));

        assertThat(best().format()).isEqualTo(OutputFormat.DETR);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void manyBoxesBesideScoresAreTold() {
        answer.columns("scores", CELLS, 80, (row, c) -> answer.between(0, 0.01))
                .rows("boxes", CELLS, 4, (row, c) -> answer.corners(row, (c + 1) % 2 + c / 2 * 2));

        assertThat(best().format()).isEqualTo(OutputFormat.BOXES_SCORES);
        assertThat(best().classes()).isEqualTo(80);
        assertThat(options())
                .containsEntry("output.boxes", "yxyx")
                .containsEntry("output.units", "pixels")
                .containsEntry("output.tensors", "{boxes: \"boxes\", scores: \"scores\"}");
    }

    @Test
    void aFirstScoreThatMostlyWinsIsTheBackground() {
        answer.rows("scores", CELLS, 3, (row, c) -> c == 0 ? 0.8 : 0.1)
                .rows("boxes", CELLS, 4, answer::corners);

        assertThat(best().classes()).isEqualTo(2);
        assertThat(options()).containsEntry("output.background", "first");
    }

    @Test
    void numbersThatAreNoBoxesAreCorrectionsOfAnchors() {
        answer.rows("conf", CELLS, 21, (row, c) -> c == 0 ? 0.8 : 0.01)
                .rows("loc", CELLS, 4, (row, c) -> answer.between(-3, 3));

        assertThat(best().format()).isEqualTo(OutputFormat.SSD_HEADS);
        assertThat(options()).containsEntry("output.anchors", "[[32, 32], [64, 64], [128, 128]]");
    }

    @Test
    void ultraFaceIsToldByTheNumberOfItsAnchors() {
        int anchors = 3 * 256 + 2 * 64 + 2 * 16 + 3 * 4;
        answer.rows("scores", anchors, 2, (row, c) -> c == 0 ? 0.9 : 0.1)
                .rows("boxes", anchors, 4, (row, c) -> answer.between(-3, 3));

        assertThat(best().format()).isEqualTo(OutputFormat.ULTRAFACE_HEADS);
    }

    @Test
    void blazeFaceIsToldByItsSizes() {
        answer.rows("regressors", 896, 16, (row, c) -> answer.between(-30, 30))
                .rows("classificators", 896, 1, (row, c) -> answer.between(-9, 1));

        assertThat(best().format()).isEqualTo(OutputFormat.BLAZEFACE);
    }

    @Test
    void probabilitiesThatSumToOneAreAClassifiers() {
        answer.output("prob", FLOAT, new int[] {1, 10, 1, 1}, 1, (row, c) -> c == 3 ? 0.91 : 0.01);

        assertThat(best().format()).isEqualTo(OutputFormat.SOFTMAX);
        assertThat(best().classes()).isEqualTo(10);
        assertThat(options()).containsEntry("output.scores", "probability");
    }

    @Test
    void aThousandAndOneHaveABackground() {
        answer.output("logits", FLOAT, new int[] {1, 1001}, 1, (row, c) -> answer.between(-3, 9));

        assertThat(best().classes()).isEqualTo(1000);
        assertThat(options())
                .containsEntry("output.background", "first")
                .containsEntry("output.scores", "softmax");
    }

    @Test
    void anotherTaskIsNamed() {
        answer.metadata(Map.of("task", "pose"))
                .columns("output0", CELLS, 56, (row, c) -> c < 4 ? answer.box(row, c) : 0.5);

        assertThat(guesses()).isEmpty();
        assertThat(UnknownOutputs.hint(answer.seen())).contains("'pose'");
    }

    private Map<String, String> options() {
        return Options.of(best());
    }

    private List<Guess> guesses() {
        return FormatRecognizers.recognize(answer.seen());
    }

    private Guess best() {
        return guesses().get(0);
    }
}
