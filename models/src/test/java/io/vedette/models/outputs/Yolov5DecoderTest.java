package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A raster of 64 x 32 and two classes, which make rows of 7. */
final class Yolov5DecoderTest {

    private static final float[] BOX_OF_CLASS_1 = {20, 10, 8, 4, 0.8f, 0.1f, 0.5f};
    private static final float[] WEAK = {1, 1, 1, 1, 0.24f, 1, 1};
    private static final float[] BOX_OF_CLASS_0 = {40, 20, 4, 8, 0.5f, 1, 0};

    private static final Found FIRST = new Found(1, 0.4f, 16, 8, 24, 12);
    private static final Found LAST = new Found(0, 0.5f, 38, 16, 42, 24);

    @Test
    void decodesRows() {
        OutputDecoder decoder = setting().output(1, 3, 7).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 3, 7), rows())).containsExactly(FIRST, LAST);
    }

    @Test
    void decodesColumns() {
        OutputDecoder decoder = setting().output(1, 7, 3).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 7, 3), columns())).containsExactly(FIRST, LAST);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        OutputDecoder rows = setting().output(2, 3, 7).decoder();
        OutputDecoder columns = setting().output(2, 7, 3).decoder();
        float[] empty = new float[21];

        assertThat(Found.in(rows, 1, shape(2, 3, 7), join(empty, rows())))
                .containsExactly(FIRST, LAST);
        assertThat(Found.in(columns, 1, shape(2, 7, 3), join(empty, columns())))
                .containsExactly(FIRST, LAST);
        assertThat(Found.in(rows, 0, shape(2, 3, 7), join(empty, rows()))).isEmpty();
    }

    @Test
    void readsAsManyRowsAsARunHas() {
        OutputDecoder decoder = setting().output(1, 9, 7).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 1, 7), BOX_OF_CLASS_0)).containsExactly(LAST);
        assertThat(Found.in(decoder, 0, shape(1, 0, 7))).isEmpty();
    }

    @Test
    void readsFractionsOfTheInput() {
        OutputDecoder decoder =
                setting().boxes(BoxForm.XYXY, BoxUnits.FRACTION).output(1, 1, 7).decoder();
        float[] row = {0.25f, 0.25f, 0.5f, 0.75f, 1, 0, 1};

        assertThat(Found.in(decoder, 0, shape(1, 1, 7), row))
                .containsExactly(new Found(1, 1, 16, 8, 32, 24));
    }

    @Test
    void readsLogits() {
        OutputDecoder decoder = setting().scores(ScoreForm.LOGIT).output(1, 2, 7).decoder();
        float quarter = (float) -Math.log(3);
        float[] rows = {20, 10, 8, 4, 0, -1, 20, 20, 10, 8, 4, quarter - 0.01f, 20, 20};

        assertThat(Found.in(decoder, 0, shape(1, 2, 7), rows))
                .containsExactly(new Found(1, 0.5f, 16, 8, 24, 12));
    }

    @Test
    void countsEveryClassWhereAsked() {
        OutputDecoder decoder = setting().multiLabel(0.25f).output(1, 1, 7).decoder();
        float[] row = {20, 10, 8, 4, 0.5f, 0.5f, 1};

        assertThat(Found.in(decoder, 0, shape(1, 1, 7), row))
                .containsExactly(
                        new Found(0, 0.25f, 16, 8, 24, 12), new Found(1, 0.5f, 16, 8, 24, 12));
    }

    @Test
    void countsWhatIsNotFinite() {
        OutputDecoder decoder = setting().output(1, 4, 7).decoder();
        float nan = Float.NaN;
        float[] rows = {
            nan,
            1,
            1,
            1,
            1,
            1,
            0,
            1,
            1,
            1,
            1,
            nan,
            1,
            0,
            1,
            1,
            1,
            1,
            1,
            1,
            nan,
            1,
            1,
            Float.POSITIVE_INFINITY,
            1,
            1,
            1,
            0
        };
        Candidates found = new Candidates();

        decoder.decode(List.of(Found.raw(shape(1, 4, 7), rows)), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(4);
    }

    @Test
    void ignoresTheRawHeadsThatComeWithTheBoxes() {
        DecoderSetting setting =
                setting().output(1, 3, 4, 8, 7).output(1, 126, 7).output(1, 3, 2, 4, 7);

        assertThat(setting.problems()).isEmpty();
    }

    @Test
    void refusesOtherLabels() {
        assertThat(setting().classes(3).output(1, 25200, 7).problems())
                .containsExactly(
                        "output o0: float[1, 25200, 7] implies 2 classes but there are 3 labels.");
        assertThat(setting().output(1, 39, 25200).problems())
                .containsExactly(
                        "output o0: float[1, 39, 25200] implies 34 classes but there are 2 labels;"
                                + " format yolov5 reads no masks, key points or angles.");
    }

    @Test
    void refusesRawHeads() {
        assertThat(setting().output(1, 21, 4, 8).output(1, 21, 2, 4).problems())
                .containsExactly(
                        "format yolov5 has [batch, candidates, 5 + classes], or its transpose, but"
                                + " there is o0: float[1, 21, 4, 8]; o1: float[1, 21, 2, 4].");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(setting().output(-1, -1, -1).problems()).isEmpty();
        assertThat(setting().output(-1, -1, 7).problems()).isEmpty();
    }

    private static DecoderSetting setting() {
        return new DecoderSetting(OutputFormat.YOLOV5);
    }

    private static long[] shape(long... dimensions) {
        return dimensions;
    }

    private static float[] rows() {
        return join(BOX_OF_CLASS_1, WEAK, BOX_OF_CLASS_0);
    }

    private static float[] columns() {
        return Found.transposed(rows(), 3, 7);
    }

    private static float[] join(float[]... parts) {
        return Found.joined(parts);
    }
}
