package io.vedette.models.outputs;

import static io.vedette.models.outputs.FakeGraph.boxes;
import static io.vedette.models.outputs.FakeGraph.classes;
import static io.vedette.models.outputs.FakeGraph.scores;
import static io.vedette.models.outputs.FakeGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers whose logarithms are the logits are odds, so that the sigmoid is easily seen. */
final class DetrTest {

    private static final float[] BOX = {0.5f, 0.5f, 0.25f, 0.5f};
    private static final List<Float> PIXELS = List.of(37.5f, 12.5f, 62.5f, 37.5f);

    private final FakeGraph graph = new FakeGraph(OutputFormat.DETR);

    @Test
    void readsFinishedDetections() {
        graph.longs("labels", shape(2, 1), 1, 0)
                .floats("boxes", shape(2, 1, 4), 1, 2, 3, 4, 5, 6, 7, 8)
                .floats("scores", shape(2, 1), 0.9f, 0.8f);

        assertThat(boxes(graph.decode(1))).containsExactly(List.of(5f, 6f, 7f, 8f));
        assertThat(classes(graph.decode(0))).containsExactly(1);
        assertThat(graph.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsAsManyLogitsAsLabelsWithTheSigmoid() {
        graph.floats("logits", shape(2, 1, 2), log(1), log(0.5f), log(0.1f), log(3))
                .floats("pred_boxes", shape(2, 1, 4), 0, 0, 1, 1, 0.5f, 0.5f, 0.25f, 0.5f);

        Candidates found = graph.decode(1);

        assertThat(boxes(found)).containsExactly(PIXELS);
        assertThat(classes(found)).containsExactly(1);
        assertThat(found.score(0)).isEqualTo(0.75f, within(1e-6f));
    }

    @Test
    void countsEveryClassOfAQueryUnlessToldNotTo() {
        graph.floats("labels", shape(1, 1, 2), log(3), log(4)).floats("dets", shape(1, 1, 4), BOX);

        assertThat(classes(graph.decode(0))).containsExactly(0, 1);
        assertThat(classes(graph.bestClassOnly().decode(0))).containsExactly(1);
    }

    @Test
    void takesTheThresholdItselfAsEnough() {
        graph.floats("logits", shape(1, 1, 2), 0, -1e-6f).floats("boxes", shape(1, 1, 4), BOX);

        assertThat(scores(graph.decode(0))).containsExactly(0.5f);
    }

    @Test
    void readsOneMoreLogitThanLabelsWithASoftmaxWhoseLastIsTheBackground() {
        graph.floats("logits", shape(1, 2, 3), log(1), log(6), log(3), log(1), log(2), log(9))
                .floats("pred_boxes", shape(1, 2, 4), 0.5f, 0.5f, 0.25f, 0.5f, 0, 0, 1, 1);

        Candidates found = graph.decode(0);

        assertThat(boxes(found)).containsExactly(PIXELS);
        assertThat(classes(found)).containsExactly(1);
        assertThat(found.score(0)).isEqualTo(0.6f, within(1e-6f));
    }

    @Test
    void readsTheSigmoidOfLabelsBehindABackgroundWhereThePackageSaysSo() {
        graph.saying(yaml -> yaml.scores(ScoreForm.LOGIT).background(Background.FIRST))
                .floats("labels", shape(1, 1, 3), log(9), log(0.1f), log(4))
                .floats("dets", shape(1, 1, 4), BOX);

        Candidates found = graph.decode(0);

        assertThat(classes(found)).containsExactly(1);
        assertThat(found.score(0)).isEqualTo(0.8f, within(1e-6f));
    }

    @Test
    void readsBoxesAndProbabilitiesOfOneOutput() {
        graph.floats(
                "output0",
                shape(2, 1, 6),
                new float[] {0, 0, 1, 1, 0.9f, 0.1f, 0.5f, 0.5f, 0.25f, 0.5f, 0.1f, 0.8f});

        Candidates found = graph.decode(1);

        assertThat(boxes(found)).containsExactly(PIXELS);
        assertThat(classes(found)).containsExactly(1);
        assertThat(scores(found)).containsExactly(0.8f);
    }

    @Test
    void findsLogitsAmongHiddenStates() {
        graph.floats("last_hidden_state", shape(1, 1, 256), new float[256])
                .floats("pred_boxes", shape(1, 1, 4), BOX)
                .floats("logits", shape(1, 1, 2), log(3), log(0.1f))
                .floats("enc_topk_logits", shape(1, 1, 2), log(0.1f), log(3));

        assertThat(classes(graph.decode(0))).containsExactly(0);
    }

    @Test
    void countsNumbersThatAreNotFinite() {
        graph.floats("logits", shape(1, 2, 2), Float.NaN, log(0.1f), log(9), log(0.1f))
                .floats("pred_boxes", shape(1, 2, 4), 0, 0, 1, 1, 0, Float.NaN, 1, 1);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(2);
    }

    @Test
    void saysHowManyScoresThereAreForTheLabels() {
        graph.floats("logits", shape(1, 300, 80)).floats("pred_boxes", shape(1, 300, 4));

        assertThat(graph.problems())
                .containsExactly(
                        "output logits: float[1, 300, 80] has 80 scores for each box but there are"
                                + " 2 labels with background last.");
    }

    @Test
    void saysHowManyClassesOneOutputHas() {
        graph.floats("output0", shape(1, 300, 84));

        assertThat(graph.problems())
                .containsExactly(
                        "output output0: float[1, 300, 84] implies 80 classes but there are 2"
                                + " labels.");
    }

    @Test
    void refusesToTakeFractionsForPixelsOfTheSource() {
        graph.saying(yaml -> yaml.boxes(BoxForm.XYXY, BoxUnits.SOURCE))
                .floats("logits", shape(1, 300, 2))
                .floats("pred_boxes", shape(1, 300, 4));

        assertThat(graph.problems())
                .containsExactly(
                        "'output.units' must not be source, since the boxes are fractions.");
    }

    @Test
    void acceptsShapesThatAreNotKnown() {
        graph.floats("logits", shape(-1, -1, -1)).floats("pred_boxes", shape(-1, -1, 4));

        assertThat(graph.problems()).isEmpty();
    }

    private static float log(float odds) {
        return (float) Math.log(odds);
    }
}
