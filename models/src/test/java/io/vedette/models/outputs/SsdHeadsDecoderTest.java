package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.onnx.RawOutput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A raster of 40 x 24 has 2 x 3 cells of stride 16, two anchors each, and 1 x 2 of stride 32 with
 * one anchor; two classes and the background make three scores.
 */
final class SsdHeadsDecoderTest {

    private static final int ANCHORS = 14;
    private static final int LAST_OF_16 = 11;
    private static final int LAST_OF_32 = 13;

    private final float[] boxes = new float[2 * ANCHORS * 4];
    private final float[] scores = new float[2 * ANCHORS * 3];

    @Test
    void correctsAnAnchor() {
        OutputDecoder decoder = ssd().output(1, 14, 4).output(1, 14, 3).decoder();
        put(LAST_OF_16, new float[] {1, -2, 5 * log(2), 0}, 0.2f, 0.3f, 0.5f);

        List<Found> found = Found.in(decoder, 0, outputs(1));

        assertBox(found, 1, 0.5f, 40 + 3 - 30, 24 - 1.6f - 4, 40 + 3 + 30, 24 - 1.6f + 4);
    }

    @Test
    void hasCellsOfTheStrideBeyondTheEdge() {
        OutputDecoder decoder = ssd().output(1, 14, 4).output(1, 14, 3).decoder();
        put(LAST_OF_32, new float[4], 0, 0.6f, 0.4f);

        List<Found> found = Found.in(decoder, 0, outputs(1));

        assertBox(found, 0, 0.6f, 48 - 20, 16 - 30, 48 + 20, 16 + 30);
    }

    @Test
    void dividesThePictureOfUltrafaceEvenly() {
        OutputDecoder decoder =
                setting(OutputFormat.ULTRAFACE_HEADS).output(1, 14, 4).output(1, 14, 3).decoder();
        put(LAST_OF_32, new float[4], 0, 0.6f, 0.4f);

        List<Found> found = Found.in(decoder, 0, outputs(1));

        assertBox(found, 0, 0.6f, 30 - 20, 12 - 12, 30 + 20, 12 + 12);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        OutputDecoder decoder = ssd().output(2, 14, 4).output(2, 14, 3).decoder();
        put(ANCHORS, new float[4], 0, 0, 1);

        List<RawOutput> outputs = outputs(2);

        assertThat(Found.in(decoder, 0, outputs)).isEmpty();
        assertBox(Found.in(decoder, 1, outputs), 1, 1, 8 - 5, 8 - 10, 8 + 5, 8 + 10);
        assertThat(decoder.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void decodesOutputsWithoutABatch() {
        OutputDecoder decoder = ssd().output(14, 3).output(14, 4).decoder();
        put(0, new float[4], 0, 0, 1);
        RawOutput boxOutput = Found.raw(new long[] {14, 4}, half(boxes));
        RawOutput scoreOutput = Found.raw(new long[] {14, 3}, half(scores));

        List<Found> found = Found.in(decoder, 0, List.of(scoreOutput, boxOutput));

        assertBox(found, 1, 1, 8 - 5, 8 - 10, 8 + 5, 8 + 10);
        assertThat(decoder.maxBatch()).isEqualTo(1);
    }

    @Test
    void takesTheSoftmaxOverTheBackgroundToo() {
        OutputDecoder decoder =
                ssd().scores(ScoreForm.SOFTMAX).output(1, 14, 4).output(1, 14, 3).decoder();
        put(LAST_OF_32, new float[4], 0, log(2), 0);

        List<Found> found = Found.in(decoder, 0, outputs(1));

        assertThat(found).hasSize(ANCHORS);
        assertThat(found.get(LAST_OF_32).classId()).isZero();
        assertThat(found.get(LAST_OF_32).score()).isEqualTo(0.5f, within(1e-6f));
    }

    @Test
    void countsEveryClassWhereAsked() {
        OutputDecoder decoder = ssd().multiLabel(0.3f).output(1, 14, 4).output(1, 14, 3).decoder();
        put(0, new float[4], 0.1f, 0.5f, 0.4f);

        assertThat(Found.in(decoder, 0, outputs(1))).extracting(Found::classId).contains(0, 1);
        assertThat(OutputFormat.SSD_HEADS.defaults().thresholds().multiLabel()).isTrue();
    }

    @Test
    void skipsWhatIsNotFinite() {
        OutputDecoder decoder = ssd().output(1, 14, 4).output(1, 14, 3).decoder();
        put(0, new float[] {0, 0, 1000, 0}, 0, 1, 0);
        put(1, new float[] {Float.NaN, 0, 0, 0}, 0, 1, 0);
        put(2, new float[4], 0, Float.NaN, 0);
        Candidates found = new Candidates();

        decoder.decode(outputs(1), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(3);
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(ssd().output(1, 12, 4).output(1, 14, 3).problems())
                .containsExactly(
                        "output o0: float[1, 12, 4]: format ssd-heads with these labels, strides"
                                + " and anchors has 4 numbers for each of 14 candidates.");
        assertThat(ssd().classes(3).input(64, 32).output(1, 14, 3).problems())
                .as("too many labels, another raster and no boxes")
                .hasSize(2);
        assertThat(ssd().strides(16).output(1, 14, 4).output(1, 14, 3).problems())
                .contains(
                        "'output.anchors' must be a list for each of the 1 strides but there are"
                                + " 2.");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(ssd().output(-1, -1, 4).output(-1, -1, 3).problems()).isEmpty();
    }

    @Test
    void hasTheAnchorsOfUltrafaceByDefault() {
        DecoderSetting setting =
                new DecoderSetting(OutputFormat.ULTRAFACE_HEADS).input(320, 240).classes(1);

        assertThat(setting.output(1, 4420, 2).output(1, 4420, 4).problems()).isEmpty();
    }

    @Test
    void hasTheAnchorsOfRetinafaceByDefault() {
        DecoderSetting setting =
                new DecoderSetting(OutputFormat.SSD_HEADS).input(640, 640).classes(1);

        setting.output(1, 16800, 4).output(1, 16800, 2).output(1, 16800, 10);

        assertThat(setting.problems()).isEmpty();
    }

    private static DecoderSetting ssd() {
        return setting(OutputFormat.SSD_HEADS);
    }

    private static DecoderSetting setting(OutputFormat format) {
        return new DecoderSetting(format)
                .input(40, 24)
                .strides(16, 32)
                .anchors(List.of(List.of(10f, 20f, 30f, 8f), List.of(40f, 60f)));
    }

    private void put(int anchor, float[] box, float... scored) {
        System.arraycopy(box, 0, boxes, anchor * 4, 4);
        System.arraycopy(scored, 0, scores, anchor * 3, 3);
    }

    private List<RawOutput> outputs(int batch) {
        return List.of(
                Found.raw(new long[] {batch, 14, 4}, batch == 1 ? half(boxes) : boxes),
                Found.raw(new long[] {batch, 14, 3}, batch == 1 ? half(scores) : scores));
    }

    private static float[] half(float[] values) {
        return Arrays.copyOf(values, values.length / 2);
    }

    private static float log(float value) {
        return (float) Math.log(value);
    }

    private static void assertBox(
            List<Found> found, int classId, float score, float... leftTopRightBottom) {
        assertThat(found).hasSize(1);
        Found box = found.get(0);
        assertThat(box.classId()).isEqualTo(classId);
        assertThat(box.score()).isEqualTo(score);
        assertThat(box.left()).isEqualTo(leftTopRightBottom[0], within(1e-4f));
        assertThat(box.top()).isEqualTo(leftTopRightBottom[1], within(1e-4f));
        assertThat(box.right()).isEqualTo(leftTopRightBottom[2], within(1e-4f));
        assertThat(box.bottom()).isEqualTo(leftTopRightBottom[3], within(1e-4f));
    }
}
