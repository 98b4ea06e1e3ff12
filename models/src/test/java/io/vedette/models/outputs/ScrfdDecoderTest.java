package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.onnx.RawOutput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A raster of 32 x 16 has 2 x 4 cells of stride 8 and 1 x 2 of stride 16; with two anchors these
 * are 16 and 4 rows.
 */
final class ScrfdDecoderTest {

    private final float[] scores8 = new float[2 * 16];
    private final float[] sides8 = new float[2 * 16 * 4];
    private final float[] points8 = new float[2 * 16 * 10];
    private final Candidates found = new Candidates();

    @Test
    void measuresFromTheCornerOfTheCell() {
        int secondRowThirdColumnSecondAnchor = 2 * (4 + 2) + 1;
        put(secondRowThirdColumnSecondAnchor);

        setting(1).decoder().decode(outputs(1), 0, found);

        assertThat(Found.all(found)).containsExactly(new Found(0, 0.75f, 8, 4, 32, 10));
        assertThat(found.landmarks()).isEqualTo(5);
        assertThat(found.landmarkX(0, 0)).isEqualTo(16 - 8);
        assertThat(found.landmarkY(0, 0)).isEqualTo(8 + 4);
        assertThat(found.landmarkX(0, 4)).isEqualTo(16 + 2);
        assertThat(found.landmarkY(0, 4)).isEqualTo(8);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        put(16);
        OutputDecoder decoder = setting(2).decoder();

        decoder.decode(outputs(2), 0, found);
        assertThat(found.size()).isZero();
        decoder.decode(outputs(2), 1, found);

        assertThat(Found.all(found)).containsExactly(new Found(0, 0.75f, -8, -4, 16, 2));
        assertThat(decoder.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void decodesOneAnchorWithoutLandmarksOrBatch() {
        OutputDecoder decoder = scrfd().strides(8).classes(1).output(8, 4).output(8, 1).decoder();
        float[] scores = new float[8];
        float[] sides = new float[8 * 4];
        scores[7] = 0.5f;
        sides[28] = 1;
        sides[30] = 1;
        sides[31] = 1;

        List<Found> boxes =
                Found.in(
                        decoder,
                        0,
                        List.of(
                                Found.raw(new long[] {8, 4}, sides),
                                Found.raw(new long[] {8, 1}, scores)));

        assertThat(boxes).containsExactly(new Found(0, 0.5f, 16, 8, 32, 16));
        assertThat(decoder.maxBatch()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatScoresTooLowAndCountsWhatIsNotFinite() {
        put(0);
        put(1);
        put(2);
        scores8[0] = 0.24f;
        scores8[1] = Float.NaN;
        points8[29] = Float.NaN;

        setting(1).decoder().decode(outputs(1), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(2);
    }

    @Test
    void saysWhichStridesAreMissing() {
        assertThat(scrfd().classes(1).strides(8, 16).output(1, 16, 1).output(1, 16, 4).problems())
                .singleElement()
                .asString()
                .startsWith("strides [16] of 32 x 16 have no outputs [batch, anchors, 1 labels]");
    }

    @Test
    void acceptsOpenDimensions() {
        DecoderSetting setting = scrfd().classes(1).strides(8);

        assertThat(setting.output(-1, -1, 1).output(-1, -1, 4).problems()).isEmpty();
    }

    private static DecoderSetting scrfd() {
        return new DecoderSetting(OutputFormat.SCRFD).input(32, 16);
    }

    private static DecoderSetting setting(int batch) {
        return scrfd().classes(1)
                .strides(8, 16)
                .output(batch, 16, 1)
                .output(batch, 4, 1)
                .output(batch, 16, 4)
                .output(batch, 4, 4)
                .output(batch, 16, 10)
                .output(batch, 4, 10);
    }

    private void put(int anchor) {
        scores8[anchor] = 0.75f;
        System.arraycopy(new float[] {1, 0.5f, 2, 0.25f}, 0, sides8, anchor * 4, 4);
        float[] points = {-1, 0.5f, 0, 0, 0, 0, 0, 0, 0.25f, 0};
        System.arraycopy(points, 0, points8, anchor * 10, 10);
    }

    private List<RawOutput> outputs(int batch) {
        return List.of(
                raw(batch, 16, 1, scores8),
                raw(batch, 4, 1, new float[batch * 4]),
                raw(batch, 16, 4, sides8),
                raw(batch, 4, 4, new float[batch * 16]),
                raw(batch, 16, 10, points8),
                raw(batch, 4, 10, new float[batch * 40]));
    }

    private static RawOutput raw(int batch, int rows, int numbers, float[] values) {
        float[] own = Arrays.copyOf(values, batch * rows * numbers);
        return Found.raw(new long[] {batch, rows, numbers}, own);
    }
}
