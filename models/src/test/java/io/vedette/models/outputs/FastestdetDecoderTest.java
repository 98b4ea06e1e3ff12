package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A 64 x 32 raster as a map of 4 x 2 cells; two classes. */
final class FastestdetDecoderTest {

    private static final Offset<Float> CLOSE = within(1e-4f);

    private final FakeHeads heads = new FakeHeads(setting()).output(2, 7, 2, 4);

    @Test
    void decodesACell() {
        float half = (float) (Math.log(3) / 2);
        heads.channels(0, 0, 4 + 1, 0.81f, half, -half, 0, (float) Math.log(3), 0.1f, 0.64f);

        Candidates found = heads.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
        assertThat(found.score(0))
                .isEqualTo((float) (Math.pow(0.81, 0.6) * Math.pow(0.64, 0.4)), CLOSE);
        assertThat(found.left(0)).isEqualTo(1.5f * 16 - 16, CLOSE);
        assertThat(found.right(0)).isEqualTo(1.5f * 16 + 16, CLOSE);
        assertThat(found.top(0)).isEqualTo(0.5f * 16 - 12, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(0.5f * 16 + 12, CLOSE);
    }

    @Test
    void decodesTheLastCellOfTheSecondFrame() {
        heads.channels(0, 1, 7, 1, 0, 0, 0, 0, 1, 0.9f);

        Candidates found = heads.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isZero();
        assertThat(found.score(0)).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(3 * 16 - 16, CLOSE);
        assertThat(found.top(0)).isEqualTo(16 - 8, CLOSE);
        assertThat(heads.decode(0).size()).isZero();
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        float enough = (float) Math.pow(0.2501, 1 / 0.4);
        float few = (float) Math.pow(0.2499, 1 / 0.4);
        heads.channels(0, 0, 0, 1, 0, 0, 0, 0, enough, 0);
        heads.channels(0, 0, 1, 1, 0, 0, 0, 0, few, 0);
        heads.channels(0, 0, 2, 0.09f, 0, 0, 0, 0, 1, 1);

        assertThat(heads.decode(0).size()).isEqualTo(1);
    }

    @Test
    void countsEveryClassWhereAsked() {
        FakeHeads all = new FakeHeads(setting().multiLabel(0.25f)).output(1, 7, 2, 4);
        all.channels(0, 0, 0, 1, 0, 0, 0, 0, 0.5f, 0.9f);

        assertThat(all.decode(0).size()).isEqualTo(2);
    }

    @Test
    void skipsNumbersThatAreNotFinite() {
        heads.channels(0, 0, 0, Float.NaN, 0, 0, 0, 0, 1, 0);
        heads.channels(0, 0, 1, 1, Float.NaN, 0, 0, 0, 1, 0);
        heads.channels(0, 0, 2, 1, 0, 0, 0, Float.NaN, 1, 0);
        heads.channels(0, 0, 3, 1, 0, 0, 0, 0, Float.NaN, Float.NaN);
        heads.channels(0, 0, 4, -1, 0, 0, 0, 0, 1, 0);

        Candidates found = heads.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(5);
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(setting().output(-1, -1, -1, -1).problems()).isEmpty();
        assertThat(setting().output(1, 85, 2, 4).problems())
                .containsExactly(
                        "output o0: float[1, 85, 2, 4] implies 80 classes but there are 2 labels.");
        assertThat(setting().output(1, 7, 8).problems())
                .containsExactly(
                        "output o0: float[1, 7, 8]: format fastestdet has [batch, 5 + classes,"
                                + " rows, columns].");
    }

    private static DecoderSetting setting() {
        return new DecoderSetting(OutputFormat.FASTESTDET).input(64, 32);
    }
}
