package io.vedette.models.recognition;

import static io.vedette.models.recognition.FakeAnswer.CELLS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsRecognizerTest {

    private final FakeAnswer answer = new FakeAnswer();

    @Test
    void offsetsWithinTheCellsAreYolox() {
        answer.rows(
                "output",
                CELLS,
                85,
                (row, c) -> c < 4 ? answer.between(-1, 2) : answer.between(0, 1));

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOX);
        assertThat(best().classes()).isEqualTo(80);
        assertThat(best().preparations()).startsWith(Preparation.YOLOX);
    }

    @Test
    void aNumberMoreThanTheClassesIsTheObjectnessOfYolov5() {
        answer.rows("output", CELLS, 85, this::decoded);

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV5);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void threeBoxesACellAreYolov5() {
        answer.rows("output", 3 * CELLS, 8, (row, c) -> decoded(threefold(row), c));

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV5);
        assertThat(best().classes()).isEqualTo(3);
        assertThat(best().preparations()).containsExactly(Preparation.ULTRALYTICS);
    }

    /** The cell of a row where the anchors of a stride follow each other. */
    private static int threefold(int row) {
        if (row < 3 * 256) {
            return row % 256;
        }
        return row < 3 * 320 ? 256 + (row - 3 * 256) % 64 : 320 + (row - 3 * 320) % 16;
    }

    @Test
    void columnsOfBoxesAreYolov8() {
        answer.columns("output0", CELLS, 84, this::decoded);

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV8);
        assertThat(best().classes()).isEqualTo(80);
        assertThat(best().sureness()).isEqualTo(Sureness.SURE);
    }

    @Test
    void columnsOfBoxesOfFineCellsAreYolov8() {
        answer.columns(
                "output",
                32 * 32 + 16 * 16 + 8 * 8,
                9,
                (row, c) -> row < 32 * 32 ? fine(row, c) : decoded(row - 32 * 32, c));

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV8);
        assertThat(best().classes()).isEqualTo(5);
    }

    /** The number of a decoded box about its cell of stride 4. */
    private double fine(int row, int column) {
        int place = column == 0 ? row % 32 : row / 32;
        return column < 2 ? (place + answer.between(0, 1)) * 4 : decoded(0, column);
    }

    @Test
    void rowsOfAsManyScoresAsNamesAreYolov8() {
        answer.metadata(Map.of("names", "{0: 'a', 1: 'b', 2: 'c'}"))
                .rows("output0", CELLS, 7, this::decoded);

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV8);
        assertThat(best().classes()).isEqualTo(3);
    }

    @Test
    void rowsOfBoxesMayBeEitherWhereNothingTells() {
        answer.rows("output0", CELLS, 7, this::decoded);

        assertThat(guesses())
                .extracting(Guess::format)
                .containsExactly(OutputFormat.YOLOV5, OutputFormat.YOLOV8);
        assertThat(guesses()).extracting(Guess::classes).containsExactly(2, 3);
    }

    @Test
    void fractionsAndCornersAreTold() {
        answer.rows(
                "output0",
                CELLS,
                84,
                (row, c) -> c < 4 ? answer.corners(row, c) / 128 : answer.between(0, 1));

        assertThat(options()).containsEntry("output.boxes", "xyxy");
        assertThat(options()).containsEntry("output.units", "fraction");
    }

    @Test
    void scoresBeyondOneAreLogits() {
        answer.columns(
                "output0",
                CELLS,
                84,
                (row, c) -> c < 4 ? answer.box(row, c) : answer.between(-9, 2));

        assertThat(options()).containsEntry("output.scores", "logit");
    }

    @Test
    void boxesWithMasksAreNotTaken() {
        answer.columns("output0", CELLS, 116, this::decoded)
                .output(
                        "output1",
                        OnnxJavaType.FLOAT,
                        new int[] {1, 32, 32, 32},
                        32,
                        (row, c) -> 0);

        assertThat(guesses()).isEmpty();
        assertThat(UnknownOutputs.hint(answer.seen())).contains("masks");
    }

    private double decoded(int row, int column) {
        return column < 4 ? answer.box(row, column) : answer.between(0, 1);
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
