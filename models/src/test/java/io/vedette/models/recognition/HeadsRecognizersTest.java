package io.vedette.models.recognition;

import static ai.onnxruntime.OnnxJavaType.FLOAT;
import static io.vedette.models.recognition.FakeAnswer.CELLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.recognition.FakeAnswer.Numbers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadsRecognizersTest {

    private final FakeAnswer answer = new FakeAnswer();
    private final Numbers logits = (row, c) -> answer.between(-2, 2);
    private final Numbers probabilities = (row, c) -> answer.between(0, 1);

    @Test
    void headsFromFineToCoarseAreYolov5() {
        for (int side : new int[] {16, 8, 4}) {
            answer.output("p" + side, FLOAT, new int[] {1, 3, side, side, 85}, 1, logits);
        }

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV5_HEADS);
        assertThat(best().classes()).isEqualTo(80);
        assertThat(options()).containsEntry("output.strides", "[8, 16, 32]");
    }

    @Test
    void headsFromCoarseToFineAreDarknets() {
        for (int side : new int[] {4, 8, 16}) {
            answer.output("p" + side, FLOAT, new int[] {1, 255, side, side}, 255, logits);
        }

        assertThat(guesses())
                .extracting(Guess::format)
                .startsWith(OutputFormat.YOLOV3)
                .contains(OutputFormat.YOLOV5_HEADS);
    }

    @Test
    void anchorsOfTheMetadataAreTaken() {
        answer.metadata(Map.of("anchors", "[[1,2,3,4,5,6],[7,8,9,10,11,12],[13,14,15,16,17,18]]"));
        for (int side : new int[] {16, 8, 4}) {
            answer.output("p" + side, FLOAT, new int[] {1, 24, side, side}, 24, logits);
        }

        assertThat(options())
                .containsEntry(
                        "output.anchors",
                        "[[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13, 14, 15, 16, 17, 18]]");
    }

    @Test
    void oneCoarseHeadWithFiveAnchorsIsYolov2() {
        answer.output("grid", FLOAT, new int[] {1, 125, 4, 4}, 125, logits);

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV3);
        assertThat(best().classes()).isEqualTo(20);
        assertThat(options()).containsEntry("output.scores", "softmax");
    }

    @Test
    void distancesInBinsAndClassLogitsAreYolov8Heads() {
        for (int side : new int[] {16, 8, 4}) {
            answer.output(
                    "p" + side,
                    FLOAT,
                    new int[] {1, 144, side, side},
                    144,
                    (channel, c) -> answer.between(-2, 2) - (channel < 64 ? 0 : 8));
        }

        assertThat(best().format()).isEqualTo(OutputFormat.YOLOV8_HEADS);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void scoresAndDistancesOfThreeLevelsAreNanoDet() {
        levels(16, 8, 4);

        assertThat(best().format()).isEqualTo(OutputFormat.NANODET);
        assertThat(best().classes()).isEqualTo(80);
        assertThat(options()).containsEntry("output.strides", "[8, 16, 32]");
    }

    @Test
    void scoresAndDistancesOfFourLevelsArePicoDet() {
        levels(16, 8, 4, 2);

        assertThat(best().format()).isEqualTo(OutputFormat.PICODET);
        assertThat(options()).containsEntry("output.strides", "[8, 16, 32, 64]");
    }

    private void levels(int... sides) {
        for (int side : sides) {
            answer.rows("cls" + side, side * side, 80, probabilities);
            answer.rows("dis" + side, side * side, 32, logits);
        }
    }

    @Test
    void scoresAndDistancesInOneTableAreNanoDetPlus() {
        answer.rows(
                "output",
                CELLS,
                112,
                (row, c) -> c < 80 ? answer.between(0, 1) : answer.between(-2, 2));

        assertThat(best().format()).isEqualTo(OutputFormat.NANODET);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void oneMapOfStrideSixteenIsFastestDet() {
        answer.output(
                "758",
                FLOAT,
                new int[] {1, 85, 8, 8},
                85,
                (channel, c) ->
                        channel == 0 || channel > 4 ? answer.between(0, 1) : answer.between(-2, 2));

        assertThat(best().format()).isEqualTo(OutputFormat.FASTESTDET);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void twoMapsOfProbabilitiesAreYoloFastestV2() {
        answer.output("a", FLOAT, new int[] {1, 8, 8, 95}, 64, probabilities)
                .output("b", FLOAT, new int[] {1, 4, 4, 95}, 16, probabilities);

        assertThat(best().format()).isEqualTo(OutputFormat.YOLO_FASTESTV2);
        assertThat(best().classes()).isEqualTo(80);
    }

    @Test
    void yunetIsToldByItsNames() {
        for (int stride : new int[] {8, 16, 32}) {
            int cells = FakeAnswer.SIDE / stride * (FakeAnswer.SIDE / stride);
            answer.rows("cls_" + stride, cells, 1, probabilities)
                    .rows("obj_" + stride, cells, 1, probabilities)
                    .rows("bbox_" + stride, cells, 4, logits)
                    .rows("kps_" + stride, cells, 10, logits);
        }

        assertThat(best().format()).isEqualTo(OutputFormat.YUNET);
    }

    @Test
    void scrfdIsToldByItsSizes() {
        for (int stride : new int[] {8, 16, 32}) {
            int anchors = 2 * FakeAnswer.SIDE / stride * (FakeAnswer.SIDE / stride);
            answer.rows("a" + stride, anchors, 1, probabilities)
                    .rows("b" + stride, anchors, 4, logits)
                    .rows("c" + stride, anchors, 10, logits);
        }

        assertThat(best().format()).isEqualTo(OutputFormat.SCRFD);
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
