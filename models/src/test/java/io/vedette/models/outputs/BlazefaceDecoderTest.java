package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.onnx.RawOutput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A raster of 32 x 16 with strides 8, 16, 16 has 2 x 4 cells of two anchors and 1 x 2 of four: 24
 * anchors.
 */
final class BlazefaceDecoderTest {

    private static final int ANCHORS = 24;
    private static final float[] ROW = {1, -2, 10, 6, -3, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 4, 5};

    private final float[] rows = new float[2 * ANCHORS * 16];
    private final float[] logits = new float[2 * ANCHORS];
    private final Candidates found = new Candidates();

    BlazefaceDecoderTest() {
        Arrays.fill(logits, -100);
    }

    @Test
    void countsFromTheMiddleOfACell() {
        int secondRowThirdColumnFirstAnchor = 2 * (4 + 2);
        put(secondRowThirdColumnFirstAnchor, 0);

        setting(1).decoder().decode(outputs(1), 0, found);

        assertThat(Found.all(found)).containsExactly(new Found(0, 0.5f, 16, 7, 26, 13));
        assertThat(found.landmarks()).isEqualTo(6);
        assertThat(found.landmarkX(0, 0)).isEqualTo(20 - 3);
        assertThat(found.landmarkY(0, 0)).isEqualTo(12.5f);
        assertThat(found.landmarkX(0, 5)).isEqualTo(24);
        assertThat(found.landmarkY(0, 5)).isEqualTo(17);
    }

    @Test
    void givesEqualStridesTheSameCells() {
        int firstOfTheLastCell = 16 + 4;
        put(firstOfTheLastCell, (float) Math.log(3));

        setting(1).decoder().decode(outputs(1), 0, found);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.score(0)).isEqualTo(0.75f, within(1e-6f));
        assertThat(found.left(0)).isEqualTo(24 + 1 - 5);
        assertThat(found.top(0)).isEqualTo(8 - 2 - 3);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        put(ANCHORS, 0);
        OutputDecoder decoder = setting(2).decoder();

        decoder.decode(outputs(2), 0, found);
        assertThat(found.size()).isZero();
        decoder.decode(outputs(2), 1, found);

        assertThat(found.left(0)).isEqualTo(4 + 1 - 5);
    }

    @Test
    void leavesOutWhatScoresTooLowAndCountsWhatIsNotFinite() {
        put(0, -1.2f);
        put(1, Float.NaN);
        put(2, 0);
        rows[2 * 16 + 15] = Float.NaN;

        setting(1).decoder().decode(outputs(1), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(2);
    }

    @Test
    void knowsTheStridesOfBothFaceDetectors() {
        assertThat(silent(128).output(1, 896, 16).output(1, 896, 1).problems()).isEmpty();
        assertThat(silent(256).output(1, 896, 16).output(1, 896, 1).problems()).isEmpty();
    }

    @Test
    void givesASingleStrideOneAnchorWhereTheOutputsHaveOne() {
        DecoderSetting fullRange = silent(192).strides(4);

        assertThat(fullRange.output(1, 2304, 16).output(1, 2304, 1).problems()).isEmpty();
    }

    @Test
    void saysHowManyAnchorsItWants() {
        assertThat(silent(128).output(1, 2016, 16).output(1, 896, 1).problems())
                .containsExactly(
                        "output o0: float[1, 2016, 16]: format blazeface with these labels, strides"
                                + " and anchors has 16 numbers for each of 896 candidates.");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(silent(128).output(-1, -1, 16).output(-1, -1, 1).problems()).isEmpty();
    }

    private static DecoderSetting silent(int side) {
        return new DecoderSetting(OutputFormat.BLAZEFACE).input(side, side).classes(1);
    }

    private static DecoderSetting setting(int batch) {
        return new DecoderSetting(OutputFormat.BLAZEFACE)
                .input(32, 16)
                .classes(1)
                .strides(8, 16, 16)
                .output(batch, ANCHORS, 16)
                .output(batch, ANCHORS, 1);
    }

    private void put(int anchor, float logit) {
        System.arraycopy(ROW, 0, rows, anchor * 16, 16);
        logits[anchor] = logit;
    }

    private List<RawOutput> outputs(int batch) {
        return List.of(raw(batch, 16, rows), raw(batch, 1, logits));
    }

    private static RawOutput raw(int batch, int numbers, float[] values) {
        float[] own = Arrays.copyOf(values, batch * ANCHORS * numbers);
        return Found.raw(new long[] {batch, ANCHORS, numbers}, own);
    }
}
