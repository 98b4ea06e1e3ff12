package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultCheckTest {

    private static final int CLIP = 2;

    private final ClipAnswers answers = new ClipAnswers();

    ResultCheckTest() {
        answers.add(0, List.of(cup(10)));
        answers.add(1, List.of());
    }

    @Test
    void everyFrameOfEveryCameraIsCompared() throws IOException {
        List<FrameResult> results =
                List.of(
                        result("a", 0, cup(10)),
                        result("b", 0, cup(10.05f)),
                        result("a", 1),
                        result("a", 2, cup(10)));

        ResultCheck check = ResultCheck.of(results, 2, CLIP, answers);

        assertThat(check).isEqualTo(new ResultCheck(4, 4));
    }

    @Test
    void aFrameThatIsMissingIsAnError() {
        List<FrameResult> results = List.of(result("a", 0, cup(10)), result("a", 2, cup(10)));

        assertThatThrownBy(() -> ResultCheck.of(results, 1, CLIP, answers))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Camera 'a': the result of frame 1 must come next but it is that of 2.");
    }

    @Test
    void anotherFindingIsAnError() {
        List<FrameResult> results = List.of(result("a", 0, cup(11)));

        assertThatThrownBy(() -> ResultCheck.of(results, 1, CLIP, answers))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "Camera 'a': the result of frame 0, frame 0 of the video, is not what the bare loop finds:");
    }

    @Test
    void aFindingTooManyIsAnError() {
        List<FrameResult> results = List.of(result("a", 0, cup(10)), result("a", 1, cup(10)));

        assertThatThrownBy(() -> ResultCheck.of(results, 1, CLIP, answers))
                .hasMessageContaining("frame 1 of the video");
    }

    @Test
    void aCameraWithoutResultsIsAnError() {
        List<FrameResult> results = List.of(result("a", 0, cup(10)));

        assertThatThrownBy(() -> ResultCheck.of(results, 2, CLIP, answers))
                .isInstanceOf(IOException.class)
                .hasMessage("There must be results of 2 cameras but there are of 1: [a].");
    }

    @Test
    void resultsThatNobodyCanCheckAreAnError() {
        List<FrameResult> results = List.of(result("a", 0, cup(10)));

        assertThatThrownBy(() -> ResultCheck.of(results, 1, CLIP, new ClipAnswers()))
                .hasMessage("No result is of a frame that the bare loop saw.");
    }

    @Test
    void aBareLoopThatContradictsItselfIsAnError() {
        assertThatThrownBy(() -> answers.add(1, List.of(cup(10))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Frame 1 shows [Detection[label=cup");
    }

    private static Detection cup(float x) {
        return new Detection("cup", 41, 0.9f, new Box(x, 20, 30, 40), null);
    }

    private static FrameResult result(String camera, long sequence, Detection... seen) {
        return new FrameResult(
                camera,
                sequence,
                Instant.EPOCH,
                640,
                360,
                Instant.EPOCH,
                new ModelRef("nano", "1", "695e750a", Route.LIVE),
                new LatencyMs(0, 1, 2),
                List.of(seen));
    }
}
