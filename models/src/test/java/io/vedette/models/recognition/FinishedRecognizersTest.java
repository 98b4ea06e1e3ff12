package io.vedette.models.recognition;

import static ai.onnxruntime.OnnxJavaType.FLOAT;
import static ai.onnxruntime.OnnxJavaType.INT32;
import static ai.onnxruntime.OnnxJavaType.INT64;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.recognition.FakeAnswer.Numbers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinishedRecognizersTest {

    private static final int ROWS = 30;

    private final FakeAnswer answer = new FakeAnswer();

    @Test
    void rowsOfBoxScoreAndClassAreTold() {
        answer.rows("output0", ROWS, 6, inOrder("bbbbsc"));

        assertThat(best().format()).isEqualTo(OutputFormat.END_TO_END);
        assertThat(options()).containsEntry("output.columns", "[box, score, class]");
    }

    @Test
    void rowsOfCentresInFractionsAreQueriesOfUltralytics() {
        answer.rows(
                "output0",
                ROWS,
                6,
                (row, c) -> c < 4 ? (c < 2 ? 0.6 : 0.1) + 0.01 * row : c == 4 ? 0.3 : row % 7);

        assertThat(best().format()).isEqualTo(OutputFormat.END_TO_END);
        assertThat(best().preparations()).containsExactly(Preparation.RGB_FRACTIONS);
        assertThat(options())
                .containsEntry("output.columns", "[box, score, class]")
                .containsEntry("output.boxes", "cxcywh")
                .containsEntry("output.units", "fraction");
    }

    @Test
    void rowsOfClassScoreAndBoxAreTold() {
        answer.rows("output0", ROWS, 6, inOrder("csbbbb"));

        assertThat(options()).containsEntry("output.columns", "[class, score, box]");
        assertThat(best().preparations()).startsWith(Preparation.ULTRALYTICS);
    }

    @Test
    void paddleIsToldByItsInput() {
        answer.input("scale_factor", 1, 2)
                .output("rows", FLOAT, new int[] {ROWS, 6}, ROWS, inOrder("csbbbb"))
                .output("count", INT32, new int[] {1}, 1, (row, c) -> ROWS);

        assertThat(best().preparations()).startsWith(Preparation.RGB_IMAGENET);
        assertThat(options())
                .containsEntry("output.tensors", "{boxes: \"rows\", count: \"count\"}");
    }

    @Test
    void rowsWithTheFrameFirstAreYolov7() {
        answer.output("output", FLOAT, new int[] {ROWS, 7}, ROWS, inOrder("0bbbbcs"));

        assertThat(options()).containsEntry("output.columns", "[frame, box, class, score]");
    }

    @Test
    void caffeCountsFromOneInFractions() {
        Numbers rows = inOrder("0csbbbb");
        answer.output(
                "detection_out",
                FLOAT,
                new int[] {1, 1, ROWS, 7},
                ROWS,
                (row, c) -> c > 2 ? rows.at(row, c) / 128 : rows.at(row, c));

        assertThat(options())
                .containsEntry("output.columns", "[frame, class, score, box]")
                .containsEntry("output.units", "fraction")
                .containsEntry("output.first-class", "1");
    }

    @Test
    void oneScoreACellIsNoFinishedRow() {
        answer.rows(
                "output",
                FakeAnswer.CELLS,
                6,
                (row, c) -> c < 4 ? answer.between(-1, 2) : answer.between(0, 1));

        assertThat(guesses())
                .extracting(Guess::format)
                .doesNotContain(OutputFormat.END_TO_END)
                .startsWith(OutputFormat.YOLOX);
    }

    @Test
    void rowsThatAreAllEmptyAreOnlyLikely() {
        answer.output("output0", FLOAT, new int[] {0, 6}, 1, (row, c) -> 0);

        assertThat(best().format()).isEqualTo(OutputFormat.END_TO_END);
        assertThat(best().sureness()).isEqualTo(Sureness.LIKELY);
    }

    @Test
    void namesSetTheNumberOfClasses() {
        answer.metadata(Map.of("names", "a, b, c, d, e, f, g, h, i, j"))
                .rows("output0", ROWS, 6, inOrder("bbbbsc"));

        assertThat(guesses()).extracting(Guess::classes).containsExactly(10, 10);
    }

    @Test
    void classNumbersBeyondEightyRuleDenseNumberingsOut() {
        Numbers rows = inOrder("bbbbsc");
        answer.rows("output0", ROWS, 6, (row, c) -> rows.at(row, c) + (c == 5 ? 80 : 0));

        assertThat(guesses()).extracting(Guess::classes).containsOnly(90);
    }

    @Test
    void tensorflowIsToldByItsNames() {
        answer.rows("detection_boxes", ROWS, 4, (row, c) -> inOrder("bbbb").at(row, c) / 128)
                .output(
                        "detection_classes",
                        FLOAT,
                        new int[] {1, ROWS},
                        ROWS,
                        (row, c) -> row % 7 + 1)
                .output("detection_scores", FLOAT, new int[] {1, ROWS}, ROWS, (row, c) -> 0.4)
                .output("num_detections", FLOAT, new int[] {1}, 1, (row, c) -> ROWS);

        assertThat(best().format()).isEqualTo(OutputFormat.SSD);
        assertThat(best().classes()).isEqualTo(90);
        assertThat(options())
                .containsEntry("output.boxes", "yxyx")
                .containsEntry("output.units", "fraction")
                .containsEntry("output.first-class", "1");
    }

    @Test
    void suppressionInTheGraphNamesItsParts() {
        answer.output("num_dets", INT32, new int[] {1, 1}, 1, (row, c) -> ROWS)
                .rows("a", ROWS, 4, inOrder("bbbb"))
                .output("b", FLOAT, new int[] {1, ROWS}, ROWS, (row, c) -> 0.4)
                .output("c", INT32, new int[] {1, ROWS}, ROWS, (row, c) -> row % 7);

        assertThat(best().format()).isEqualTo(OutputFormat.SSD);
        assertThat(options())
                .containsEntry(
                        "output.tensors",
                        "{boxes: \"a\", scores: \"b\", classes: \"c\", count: \"num_dets\"}")
                .containsEntry("output.boxes", "xyxy");
    }

    @Test
    void boxesWithTheirScoreBesideLabelsAreMmdetection() {
        answer.rows("dets", ROWS, 5, inOrder("bbbbs"))
                .output("labels", INT64, new int[] {1, ROWS}, ROWS, (row, c) -> row % 7);

        assertThat(best().format()).isEqualTo(OutputFormat.SSD);
        assertThat(best().preparations()).contains(Preparation.RTMDET);
    }

    @Test
    void aGraphThatIsToldTheSizeIsDetr() {
        answer.input("orig_target_sizes", 1, 2)
                .output("labels", INT64, new int[] {1, ROWS}, ROWS, (row, c) -> row % 7)
                .rows("boxes", ROWS, 4, inOrder("bbbb"))
                .output("scores", FLOAT, new int[] {1, ROWS}, ROWS, (row, c) -> 0.4);

        assertThat(best().format()).isEqualTo(OutputFormat.DETR);
    }

    /** Rows of c class, s score, 0 frame and b box, as corners. */
    private Numbers inOrder(String columns) {
        return (row, c) ->
                switch (columns.charAt(c)) {
                    case 'c' -> row % 7 + 1;
                    case 's' -> answer.between(0.01, 0.99);
                    case 'b' -> 10 + 3 * (c - columns.indexOf('b')) + row;
                    default -> 0;
                };
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
