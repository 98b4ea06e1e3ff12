package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A 32 x 16 raster has 4 x 2 cells of stride 8 and 2 x 1 of stride 16; there are two classes, and
 * three bins for each side.
 */
final class NanodetDecoderTest {

    private static final Offset<Float> CLOSE = within(1e-4f);
    private static final float NEVER = -1000;

    /** Distances of 0, 1, 0.5 and 1.5 strides to the left, upper, right and lower side. */
    private static final float[] DISTANCES = {
        0, NEVER, NEVER, NEVER, 7, NEVER, 0, 0, NEVER, NEVER, -3, -3
    };

    private final FakeMaps graph =
            new FakeMaps(OutputFormat.NANODET, 32, 16, 2)
                    .output("distances-16", 2, 2, 12)
                    .output("scores-8", 2, 8, 2)
                    .output("distances-8", 2, 8, 12)
                    .output("scores-16", 2, 2, 2);

    private final FakeMaps plus =
            new FakeMaps(OutputFormat.NANODET, 32, 16, 2).output("output", 2, 10, 14);

    @Test
    void measuresDistancesFromTheMiddlePixelOfACell() {
        int secondRowThirdColumn = 4 + 2;
        graph.row("scores-8", 0, secondRowThirdColumn, 0.1f, 0.6f);
        graph.row("distances-8", 0, secondRowThirdColumn, DISTANCES);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
        assertThat(found.score(0)).isEqualTo(0.6f);
        assertThat(found.left(0)).isEqualTo(19.5f, CLOSE);
        assertThat(found.top(0)).isEqualTo(11.5f - 8, CLOSE);
        assertThat(found.right(0)).isEqualTo(19.5f + 4, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(11.5f + 12, CLOSE);
        assertThat(found.landmarks()).isZero();
    }

    @Test
    void findsTheOutputsOfALaterStrideAndFrame() {
        graph.row("scores-16", 1, 1, 0.9f, 0);
        graph.row("distances-16", 1, 1, DISTANCES);

        Candidates found = graph.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isZero();
        assertThat(found.left(0)).isEqualTo(16 + 7.5f, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(7.5f + 24, CLOSE);
        assertThat(graph.decode(0).size()).isZero();
    }

    @Test
    void weighsAllBins() {
        float third = (float) Math.log(2);
        graph.row("scores-8", 0, 0, 1, 0);
        graph.row("distances-8", 0, 0, 0, third, 0, 0, 0, third, 0, 0, 0, 5, 5, 5);

        Candidates found = graph.decode(0);

        assertThat(found.left(0)).isEqualTo(3.5f - 8, CLOSE);
        assertThat(found.top(0)).isEqualTo(3.5f - 10, CLOSE);
        assertThat(found.right(0)).isEqualTo(3.5f + 8, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(3.5f + 8, CLOSE);
    }

    @Test
    void measuresDistancesOfNanodetPlusFromTheCornerOfACell() {
        plus.row("output", 1, 8 + 1, row(0.2f, 0.7f, DISTANCES));

        Candidates found = plus.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(16, CLOSE);
        assertThat(found.top(0)).isEqualTo(-16, CLOSE);
        assertThat(found.right(0)).isEqualTo(16 + 8, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(24, CLOSE);
    }

    @Test
    void countsEveryClassThatScoresEnough() {
        graph.row("scores-8", 0, 0, 0.35f, 0.9f);
        graph.row("scores-8", 0, 1, 0.34f, 0.9f);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(3);
    }

    @Test
    void countsTheBestClassWhereAsked() {
        graph.thresholds(0.3f, false).row("scores-8", 0, 0, 0.35f, 0.9f);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
    }

    @Test
    void readsLogitsWhereAsked() {
        graph.scores(ScoreForm.LOGIT).thresholds(0.5f, true);
        IntStream.range(0, 8).forEach(cell -> graph.row("scores-8", 0, cell, -9, -0.1f));
        IntStream.range(0, 2).forEach(cell -> graph.row("scores-16", 0, cell, -9, -9));
        graph.row("scores-8", 0, 5, (float) Math.log(3), 0.1f);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.score(0)).isEqualTo(0.75f, CLOSE);
    }

    @Test
    void skipsNumbersThatAreNotFinite() {
        graph.row("scores-8", 0, 0, Float.NaN, 0);
        graph.row("scores-8", 0, 1, 1, 0);
        graph.row("distances-8", 0, 1, 0, 0, Float.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        graph.row("scores-8", 0, 2, Float.POSITIVE_INFINITY, 0);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(3);
    }

    @Test
    void takesStridesFromTheNumberOfOutputs() {
        FakeMaps deep = new FakeMaps(OutputFormat.NANODET, 96, 64, 2);
        long[] cells = {96, 24, 6, 2};
        for (int i = 0; i < cells.length; i++) {
            deep.output("scores" + i, 1, cells[i], 2).output("distances" + i, 1, cells[i], 12);
        }
        deep.row("scores3", 0, 1, 1, 0);
        deep.row("distances3", 0, 1, DISTANCES);

        Candidates found = deep.decode(0);

        assertThat(found.left(0)).isEqualTo(64 + 31.5f, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(31.5f + 96, CLOSE);
    }

    @Test
    void takesStridesOfNanodetPlusFromTheNumberOfRows() {
        FakeMaps deep = new FakeMaps(OutputFormat.NANODET, 96, 64, 2);
        deep.output("output", 1, 96 + 24 + 6 + 2, 14);
        deep.row("output", 0, 96 + 24 + 6 + 1, row(1, 0, DISTANCES));

        Candidates found = deep.decode(0);

        assertThat(found.left(0)).isEqualTo(64, CLOSE);
        assertThat(found.right(0)).isEqualTo(64 + 32, CLOSE);
    }

    @Test
    void takesTheStridesOfThePackage() {
        FakeMaps coarse = new FakeMaps(OutputFormat.NANODET, 32, 16, 2).strides(16);
        coarse.output("scores", 1, 2, 2).output("distances", 1, 2, 12);
        coarse.row("scores", 0, 1, 1, 0);

        assertThat(coarse.decode(0).left(0)).isEqualTo(16 + 7.5f - 16, CLOSE);
    }

    @Test
    void takesScoresToComeFirstWhereThereAreAsManyClassesAsDistances() {
        FakeMaps twelve = new FakeMaps(OutputFormat.NANODET, 32, 16, 12).strides(16);
        twelve.output("a", 1, 2, 12).output("b", 1, 2, 12);
        twelve.row("a", 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);

        assertThat(twelve.decode(0).classId(0)).isEqualTo(7);
    }

    @Test
    void acceptsAGraphThatDoesNotSayItsShapes() {
        FakeMaps open = new FakeMaps(OutputFormat.NANODET, 32, 16, 2);
        open.output("scores", -1, -1, 2).output("distances", -1, -1, 12);

        assertThat(open.problems()).isEmpty();
    }

    @Test
    void saysWhichStridesHaveNoOutputs() {
        FakeMaps odd = new FakeMaps(OutputFormat.NANODET, 32, 16, 3);
        odd.output("scores-8", 1, 8, 3).output("distances-8", 1, 8, 12);
        odd.output("scores-16", 1, 2, 2).output("distances-16", 1, 2, 12);

        assertThat(odd.problems())
                .containsExactly(
                        "strides [16] of 32 x 16 have no outputs [batch, cells, 3 labels] and"
                                + " [batch, cells, 4 * bins]; the graph has scores-8: float[1, 8,"
                                + " 3]; distances-8: float[1, 8, 12]; scores-16: float[1, 2, 2];"
                                + " distances-16: float[1, 2, 12].");
    }

    @Test
    void saysEverythingThatDoesNotFitNanodetPlus() {
        FakeMaps odd =
                new FakeMaps(OutputFormat.NANODET, 32, 16, 3)
                        .scores(ScoreForm.SOFTMAX)
                        .output("output", 1, 9, 14);

        assertThat(odd.problems())
                .containsExactly(
                        "output output: float[1, 9, 14]: format nanodet has [batch, cells,"
                                + " classes + 4 * bins], and there are 3 labels.",
                        "'output.strides' must be given: strides 8, 16, 32, … do not have the"
                                + " cells of output output: float[1, 9, 14].",
                        "'output.scores' must be probability or logit for format nanodet.");
    }

    @Test
    void saysThatTheStridesOfThePackageDoNotFit() {
        assertThat(plus.strides(8).problems())
                .containsExactly(
                        "output output: float[2, 10, 14] has 10 cells but 32 x 16 with strides [8]"
                                + " has 8.");
    }

    @Test
    void refusesOutputsOfAnotherKind() {
        FakeMaps maps = new FakeMaps(OutputFormat.NANODET, 32, 16, 2);
        maps.output("output", 1, 14, 4, 2);

        assertThat(maps.problems())
                .containsExactly(
                        "output output: float[1, 14, 4, 2]: format nanodet has [batch, cells,"
                                + " classes + 4 * bins].");
    }

    private static float[] row(float first, float second, float[] distances) {
        float[] row = new float[2 + distances.length];
        row[0] = first;
        row[1] = second;
        System.arraycopy(distances, 0, row, 2, distances.length);
        return row;
    }
}
