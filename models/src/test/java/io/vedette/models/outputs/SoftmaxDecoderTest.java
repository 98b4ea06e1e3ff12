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

final class SoftmaxDecoderTest {

    private static final List<Float> WHOLE = List.of(0f, 0f, 100f, 50f);

    private final FakeGraph graph = new FakeGraph(OutputFormat.SOFTMAX).labels(3);

    @Test
    void leavesProbabilitiesAsTheyAre() {
        graph.floats("softmaxout_1", shape(2, 3, 1, 1), 1, 0, 0, 0.2f, 0.005f, 0.795f);

        Candidates found = graph.decode(1);

        assertThat(classes(found)).containsExactly(0, 2);
        assertThat(scores(found)).containsExactly(0.2f, 0.795f);
        assertThat(boxes(found)).containsExactly(WHOLE, WHOLE);
    }

    @Test
    void takesTheSoftmaxOfWhatIsNoDistribution() {
        graph.floats("Plus214_Output_0", shape(1, 3), 1000, 1000 + (float) Math.log(3), -1000);

        Candidates found = graph.decode(0);

        assertThat(classes(found)).containsExactly(0, 1);
        assertThat(found.score(0)).isEqualTo(0.25f, within(1e-4f));
        assertThat(found.score(1)).isEqualTo(0.75f, within(1e-4f));
    }

    @Test
    void takesTheSoftmaxOfNumbersThatSumToOneButAreNoProbabilities() {
        graph.floats("logits", shape(1, 3), 2, 1, -2);

        assertThat(graph.decode(0).score(0)).isEqualTo(0.7214f, within(1e-4f));
    }

    @Test
    void readsIndependentClassesWhereThePackageSaysSo() {
        graph.saying(yaml -> yaml.scores(ScoreForm.LOGIT))
                .floats("logits", shape(1, 3), (float) Math.log(3), 0, -9);

        Candidates found = graph.decode(0);

        assertThat(classes(found)).containsExactly(0, 1);
        assertThat(found.score(0)).isEqualTo(0.75f, within(1e-6f));
        assertThat(found.score(1)).isEqualTo(0.5f);
    }

    @Test
    void leavesABackgroundOut() {
        graph.saying(yaml -> yaml.background(Background.FIRST))
                .floats("predictions", shape(1, 4), 0.6f, 0.1f, 0.3f, 0);

        assertThat(classes(graph.decode(0))).containsExactly(0, 1);
        assertThat(scores(graph.decode(0))).containsExactly(0.1f, 0.3f);
    }

    @Test
    void reportsTheBestClassAloneWhereAsked() {
        graph.bestClassOnly().floats("output", shape(1, 3), 0.2f, 0.5f, 0.3f);

        assertThat(classes(graph.decode(0))).containsExactly(1);
    }

    @Test
    void skipsAFrameWhoseNumbersAreNotFinite() {
        graph.floats("output", shape(1, 3), 0.2f, Float.NaN, 0.3f);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(3);
    }

    @Test
    void findsTheScoresAmongFeatures() {
        graph.floats("features", shape(1, 512), new float[512])
                .floats("prob", shape(1, 3), 0, 1, 0)
                .floats("map", shape(1, 8, 7, 7), new float[392]);

        assertThat(classes(graph.decode(0))).containsExactly(1);
    }

    @Test
    void readsFeaturesWhereThePackageNamesThem() {
        graph.naming(Part.SCORES, "a")
                .floats("a", shape(1, 3), 0, 1, 0)
                .floats("prob", shape(1, 3), 1, 0, 0);

        assertThat(classes(graph.decode(0))).containsExactly(1);
    }

    @Test
    void saysHowManyClassesThereAre() {
        assertThat(graph.floats("output", shape(1, 1000)).problems())
                .containsExactly(
                        "output output: float[1, 1000] implies 1000 classes but there are 3"
                                + " labels.");
    }

    @Test
    void refusesAMap() {
        assertThat(graph.floats("output", shape(1, 3, 7, 7)).problems())
                .containsExactly(
                        "output output: float[1, 3, 7, 7]: format softmax has [batch, classes].");
    }
}
