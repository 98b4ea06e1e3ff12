package io.vedette.models.outputs;

import static io.vedette.models.outputs.FakeGraph.boxes;
import static io.vedette.models.outputs.FakeGraph.classes;
import static io.vedette.models.outputs.FakeGraph.scores;
import static io.vedette.models.outputs.FakeGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.outputs.OutputSpec.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxesScoresTest {

    private static final float[] TWO_BOXES = {1, 2, 3, 4, 5, 6, 7, 8};

    private final FakeGraph graph = new FakeGraph(OutputFormat.BOXES_SCORES);

    @Test
    void readsTheBestClassOfEachBox() {
        graph.floats("output", shape(1, 2, 2), 0.9f, 0.8f, 0.1f, 0.7f)
                .floats("953", shape(1, 2, 4), TWO_BOXES)
                .labels(2)
                .naming(Part.SCORES, "output");

        Candidates found = graph.decode(0);

        assertThat(boxes(found)).containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f));
        assertThat(classes(found)).containsExactly(0, 1);
        assertThat(scores(found)).containsExactly(0.9f, 0.7f);
    }

    @Test
    void readsScoresThatLieOnTheirSide() {
        graph.labels(3)
                .floats(
                        "scores",
                        shape(2, 3, 2),
                        new float[] {0, 0, 0, 0, 0, 0, 0.1f, 0, 0.2f, 0.6f, 0.9f, 0})
                .floats(
                        "boxes",
                        shape(2, 2, 4),
                        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8});

        Candidates found = graph.decode(1);

        assertThat(boxes(found)).containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f));
        assertThat(classes(found)).containsExactly(2, 1);
        assertThat(scores(found)).containsExactly(0.9f, 0.6f);
    }

    @Test
    void readsBoxesInFractionsWithADimensionOfOne() {
        graph.saying(yaml -> yaml.boxes(BoxForm.XYXY, BoxUnits.FRACTION))
                .floats("boxes", shape(1, 1, 1, 4), 0.1f, 0.2f, 0.5f, 1)
                .floats("confs", shape(1, 1, 2), 0.9f, 0.8f);

        assertThat(boxes(graph.decode(0))).containsExactly(List.of(10f, 10f, 50f, 50f));
    }

    @Test
    void leavesABackgroundOut() {
        graph.labels(1)
                .saying(yaml -> yaml.background(Background.FIRST))
                .floats("scores", shape(1, 2, 2), 0.1f, 0.9f, 0.95f, 0.05f)
                .floats("boxes", shape(1, 2, 4), TWO_BOXES);

        Candidates found = graph.decode(0);

        assertThat(boxes(found)).containsExactly(List.of(1f, 2f, 3f, 4f));
        assertThat(scores(found)).containsExactly(0.9f);
        assertThat(classes(found)).containsExactly(0);
    }

    @Test
    void takesTheSoftmaxOverTheBackgroundToo() {
        graph.labels(1)
                .saying(yaml -> yaml.scores(ScoreForm.SOFTMAX).background(Background.FIRST))
                .floats("conf", shape(1, 2, 2), 0, (float) Math.log(4), 0, (float) Math.log(0.1))
                .floats("loc", shape(1, 2, 4), TWO_BOXES);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.score(0)).isEqualTo(0.8f, within(1e-6f));
    }

    @Test
    void readsLogitsOnTheirSide() {
        graph.labels(3)
                .saying(yaml -> yaml.scores(ScoreForm.LOGIT))
                .floats(
                        "cls",
                        shape(1, 3, 2),
                        new float[] {-9, -9, (float) Math.log(3), -9, -9, (float) Math.log(0.33)})
                .floats("reg", shape(1, 2, 4), TWO_BOXES);

        Candidates found = graph.decode(0);

        assertThat(classes(found)).containsExactly(1);
        assertThat(found.score(0)).isEqualTo(0.75f, within(1e-6f));
    }

    @Test
    void readsOneFrameWhereNoDimensionIsTheBatch() {
        graph.labels(3)
                .floats("boxes", shape(2, 4), TWO_BOXES)
                .floats("scores", shape(2, 3), 0.9f, 0, 0, 0, 0, 0.8f);

        assertThat(classes(graph.decode(0))).containsExactly(0, 2);
        assertThat(graph.maxBatch()).isEqualTo(1);
    }

    @Test
    void countsNumbersThatAreNotFinite() {
        graph.floats("scores", shape(1, 2, 2), Float.NaN, 0.1f, 0.9f, 0)
                .floats("boxes", shape(1, 2, 4), 1, 2, 3, 4, Float.POSITIVE_INFINITY, 6, 7, 8);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(2);
    }

    @Test
    void leavesIndicesOfASuppressionInsideAlone() {
        graph.floats("boxes", shape(1, 2, 4), TWO_BOXES)
                .floats("scores", shape(1, 2, 2), 0.9f, 0.1f, 0.1f, 0.8f)
                .longs("selected_indices", shape(1, 3), 0, 0, 0);

        assertThat(graph.decode(0).size()).isEqualTo(2);
    }

    @Test
    void saysHowManyScoresThereAreForTheLabels() {
        graph.floats("scores", shape(1, 4420, 2)).floats("boxes", shape(1, 4420, 4)).labels(1);

        assertThat(graph.problems())
                .containsExactly(
                        "output scores: float[1, 4420, 2] has 2 scores for each box but there are"
                                + " 1 labels with background none.");
    }

    @Test
    void saysWhichNamedOutputDoesNotFit() {
        graph.naming(Part.SCORES, "mask")
                .floats("boxes", shape(1, 9, 4))
                .floats("scores", shape(1, 9, 2))
                .floats("mask", shape(1, 32, 8, 8));

        assertThat(graph.problems())
                .contains(
                        "output mask: float[1, 32, 8, 8] does not hold the scores of boxes boxes:"
                                + " float[1, 9, 4].");
    }

    @Test
    void refusesAGraphWithoutBoxes() {
        graph.floats("output0", shape(1, 84, 8400));

        assertThat(graph.problems())
                .singleElement()
                .asString()
                .startsWith("'output.tensors.boxes' must name the output that holds the boxes;");
    }
}
