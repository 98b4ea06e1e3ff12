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
final class GflDecoderTest {

    private static final Offset<Float> CLOSE = within(1e-4f);
    private static final float NEVER = -1000;

    /** Distances of 0, 1, 0.5 and 1.5 strides to the left, upper, right and lower side. */
    private static final float[] DISTANCES = {
        0, NEVER, NEVER, NEVER, 7, NEVER, 0, 0, NEVER, NEVER, -3, -3
    };

    private static final int DISTANCES_16 = 0;
    private static final int SCORES_8 = 1;
    private static final int DISTANCES_8 = 2;
    private static final int SCORES_16 = 3;

    private final DecoderSetting setting = nanodet().multiLabel(0.35f);
    private final FakeHeads heads = heads(setting);

    @Test
    void measuresDistancesFromTheMiddlePixelOfACell() {
        int secondRowThirdColumn = 4 + 2;
        heads.row(SCORES_8, 0, secondRowThirdColumn, 0.1f, 0.6f);
        heads.row(DISTANCES_8, 0, secondRowThirdColumn, DISTANCES);

        Candidates found = heads.decode(0);

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
        heads.row(SCORES_16, 1, 1, 0.9f, 0);
        heads.row(DISTANCES_16, 1, 1, DISTANCES);

        Candidates found = heads.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isZero();
        assertThat(found.left(0)).isEqualTo(16 + 7.5f, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(7.5f + 24, CLOSE);
        assertThat(heads.decode(0).size()).isZero();
    }

    @Test
    void weighsAllBins() {
        float twice = (float) Math.log(2);
        heads.row(SCORES_8, 0, 0, 1, 0);
        heads.row(DISTANCES_8, 0, 0, 0, twice, 0, 0, 0, twice, 0, 0, 0, 5, 5, 5);

        Candidates found = heads.decode(0);

        assertThat(found.left(0)).isEqualTo(3.5f - 8, CLOSE);
        assertThat(found.top(0)).isEqualTo(3.5f - 10, CLOSE);
        assertThat(found.right(0)).isEqualTo(3.5f + 8, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(3.5f + 8, CLOSE);
    }

    @Test
    void measuresDistancesOfNanodetPlusFromTheCornerOfACell() {
        FakeHeads plus = new FakeHeads(nanodet()).output(2, 10, 14);
        plus.row(0, 1, 8 + 1, Found.joined(new float[] {0.2f, 0.7f}, DISTANCES));

        Candidates found = plus.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(16, CLOSE);
        assertThat(found.top(0)).isEqualTo(-16, CLOSE);
        assertThat(found.right(0)).isEqualTo(16 + 8, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(24, CLOSE);
    }

    @Test
    void measuresDistancesOfPicodetFromTheMiddleOfACell() {
        DecoderSetting picodet = new DecoderSetting(OutputFormat.PICODET).input(20, 12);
        FakeHeads parts = new FakeHeads(picodet).output(1, 6, 2).output(1, 6, 8);
        int lastPartOfACell = 3 + 2;
        parts.row(0, 0, lastPartOfACell, 0, 0.5f);
        parts.row(1, 0, lastPartOfACell, NEVER, 0, 0, NEVER, 0, 0, 0, 0);

        Candidates found = parts.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(20 - 8, CLOSE);
        assertThat(found.top(0)).isEqualTo(12, CLOSE);
        assertThat(found.right(0)).isEqualTo(20 + 4, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(12 + 4, CLOSE);
    }

    @Test
    void countsEveryClassThatScoresEnough() {
        heads.row(SCORES_8, 0, 0, 0.35f, 0.9f);
        heads.row(SCORES_8, 0, 1, 0.34f, 0.9f);

        assertThat(heads.decode(0).size()).isEqualTo(3);
        assertThat(OutputFormat.NANODET.defaults().thresholds().multiLabel()).isTrue();
        assertThat(OutputFormat.PICODET.defaults().thresholds().multiLabel()).isTrue();
    }

    @Test
    void countsTheBestClassWhereAsked() {
        FakeHeads best = heads(nanodet());
        best.row(SCORES_8, 0, 0, 0.35f, 0.9f);

        Candidates found = best.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
    }

    @Test
    void readsLogitsWhereAsked() {
        FakeHeads logits = heads(nanodet().scores(ScoreForm.LOGIT).multiLabel(0.5f));
        IntStream.range(0, 8).forEach(cell -> logits.row(SCORES_8, 0, cell, -9, -0.1f));
        IntStream.range(0, 2).forEach(cell -> logits.row(SCORES_16, 0, cell, -9, -9));
        logits.row(SCORES_8, 0, 5, (float) Math.log(3), 0.1f);

        Candidates found = logits.decode(0);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.score(0)).isEqualTo(0.75f, CLOSE);
    }

    @Test
    void skipsNumbersThatAreNotFinite() {
        heads.row(SCORES_8, 0, 0, Float.NaN, 0);
        heads.row(SCORES_8, 0, 1, 1, 0);
        heads.row(DISTANCES_8, 0, 1, 0, 0, Float.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        heads.row(SCORES_8, 0, 2, Float.POSITIVE_INFINITY, 0);

        Candidates found = heads.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(3);
    }

    @Test
    void takesStridesFromTheNumberOfOutputs() {
        FakeHeads deep = new FakeHeads(nanodet().input(96, 64));
        for (int cells : new int[] {96, 24, 6, 2}) {
            deep.output(1, cells, 2).output(1, cells, 12);
        }
        deep.row(6, 0, 1, 1, 0);
        deep.row(7, 0, 1, DISTANCES);

        Candidates found = deep.decode(0);

        assertThat(found.left(0)).isEqualTo(64 + 31.5f, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(31.5f + 96, CLOSE);
    }

    @Test
    void takesStridesOfNanodetPlusFromTheNumberOfRows() {
        int lastRow = 96 + 24 + 6 + 1;
        FakeHeads deep = new FakeHeads(nanodet().input(96, 64)).output(1, lastRow + 1, 14);
        deep.row(0, 0, lastRow, Found.joined(new float[] {1, 0}, DISTANCES));

        Candidates found = deep.decode(0);

        assertThat(found.left(0)).isEqualTo(64, CLOSE);
        assertThat(found.right(0)).isEqualTo(64 + 32, CLOSE);
    }

    @Test
    void takesTheStridesOfThePackage() {
        FakeHeads coarse = new FakeHeads(nanodet().strides(16)).output(1, 2, 2).output(1, 2, 12);
        coarse.row(0, 0, 1, 1, 0);

        assertThat(coarse.decode(0).left(0)).isEqualTo(16 + 7.5f - 16, CLOSE);
    }

    @Test
    void takesScoresToComeFirstWhereThereAreAsManyClassesAsDistances() {
        FakeHeads twelve = new FakeHeads(nanodet().classes(12).strides(16));
        twelve.output(1, 2, 12).output(1, 2, 12);
        twelve.row(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);

        assertThat(twelve.decode(0).classId(0)).isEqualTo(7);
    }

    @Test
    void readsOutputsWithoutABatchOneFrameAtATime() {
        DecoderSetting single = nanodet().strides(16);
        FakeHeads heads = new FakeHeads(single).output(2, 2).output(2, 12);
        heads.row(0, 0, 0, 1, 0);

        assertThat(heads.decode(0).size()).isEqualTo(1);
        assertThat(single.decoder().maxBatch()).isEqualTo(1);
        assertThat(setting.decoder().maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void acceptsAGraphThatDoesNotSayItsShapes() {
        assertThat(nanodet().output(-1, -1, 2).output(-1, -1, 12).problems()).isEmpty();
        assertThat(nanodet().output(-1, -1, -1).output(-1, -1, -1).problems()).isEmpty();
        assertThat(nanodet().output(-1, -1, -1).problems()).isEmpty();
    }

    @Test
    void saysThatAStrideHasNoOutputs() {
        DecoderSetting odd = nanodet().classes(3).output(1, 8, 3).output(1, 8, 12);

        assertThat(odd.output(1, 2, 2).output(1, 2, 12).problems())
                .containsExactly(
                        "format nanodet has outputs [batch, cells, 3 labels] and [batch, cells, 4"
                                + " * bins] for the cells of 32 x 16 with each of the strides [8,"
                                + " 16] but the graph has o0: float[1, 8, 3]; o1: float[1, 8, 12];"
                                + " o2: float[1, 2, 2]; o3: float[1, 2, 12].");
        assertThat(nanodet().problems()).hasSize(1);
    }

    @Test
    void saysEverythingThatDoesNotFitNanodetPlus() {
        assertThat(nanodet().classes(3).output(1, 9, 14).problems())
                .containsExactly(
                        "output o0: float[1, 9, 14]: format nanodet has [batch, cells, classes + 4"
                                + " * bins], and there are 3 labels.",
                        "'output.strides' must be given: strides 8, 16, 32, … do not have the"
                                + " cells of output o0: float[1, 9, 14].");
    }

    @Test
    void saysThatTheStridesOfThePackageDoNotFit() {
        assertThat(nanodet().strides(8).output(2, 10, 14).problems())
                .containsExactly(
                        "output o0: float[2, 10, 14] has 10 cells but 32 x 16 with strides [8] has"
                                + " 8.");
    }

    @Test
    void refusesOutputsOfAnotherKind() {
        assertThat(nanodet().output(1, 14, 4, 2).problems())
                .containsExactly(
                        "output o0: float[1, 14, 4, 2]: format nanodet has [batch, cells, classes"
                                + " + 4 * bins].");
    }

    private static DecoderSetting nanodet() {
        return new DecoderSetting(OutputFormat.NANODET).input(32, 16);
    }

    private static FakeHeads heads(DecoderSetting setting) {
        return new FakeHeads(setting)
                .output(2, 2, 12)
                .output(2, 8, 2)
                .output(2, 8, 12)
                .output(2, 2, 2);
    }
}
