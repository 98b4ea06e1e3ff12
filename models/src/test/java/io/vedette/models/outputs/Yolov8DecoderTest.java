package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A raster of 64 x 32 and two classes, which make candidates of 6 numbers. */
final class Yolov8DecoderTest {

    private static final float NEGATIVE_NAN = Float.intBitsToFloat(0xffc00000);

    private static final float[] ROWS = {
        20, 10, 8, 4, 0.1f, 0.5f,
        9, 9, 9, 9, 0.24f, 0.2f,
        40, 20, 4, 8, 0.75f, 0.3f
    };

    private static final Found FIRST = new Found(1, 0.5f, 16, 8, 24, 12);
    private static final Found LAST = new Found(0, 0.75f, 38, 16, 42, 24);

    @Test
    void decodesColumns() {
        OutputDecoder decoder = setting().output(1, 6, 3).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 6, 3), columns())).containsExactly(FIRST, LAST);
    }

    @Test
    void decodesRows() {
        OutputDecoder decoder = setting().output(1, 3, 6).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 3, 6), ROWS)).containsExactly(FIRST, LAST);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        OutputDecoder columns = setting().output(2, 6, 3).decoder();
        OutputDecoder rows = setting().output(2, 3, 6).decoder();
        float[] empty = new float[18];

        assertThat(Found.in(columns, 1, shape(2, 6, 3), Found.joined(empty, columns())))
                .containsExactly(FIRST, LAST);
        assertThat(Found.in(rows, 1, shape(2, 3, 6), Found.joined(empty, ROWS)))
                .containsExactly(FIRST, LAST);
    }

    @Test
    void decodesOneFrameWithoutABatch() {
        OutputDecoder columns = setting().output(6, 3).decoder();
        OutputDecoder rows = setting().output(3, 6).decoder();

        assertThat(Found.in(columns, 0, shape(6, 3), columns())).containsExactly(FIRST, LAST);
        assertThat(Found.in(rows, 0, shape(3, 6), ROWS)).containsExactly(FIRST, LAST);
        assertThatThrownBy(() -> Found.in(rows, 1, shape(3, 6), ROWS))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsAsManyCandidatesAsARunHas() {
        OutputDecoder decoder = setting().output(1, 6, 9).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 6, 3), columns())).containsExactly(FIRST, LAST);
        assertThat(Found.in(decoder, 0, shape(1, 6, 1), 20, 10, 8, 4, 0.1f, 0.5f))
                .containsExactly(FIRST);
        assertThat(Found.in(decoder, 0, shape(1, 6, 0))).isEmpty();
    }

    @Test
    void readsFractionsOfTheInput() {
        OutputDecoder decoder =
                setting().boxes(BoxForm.CXCYWH, BoxUnits.FRACTION).output(1, 6, 1).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 6, 1), 0.5f, 0.5f, 0.25f, 0.5f, 1, 0))
                .containsExactly(new Found(0, 1, 24, 8, 40, 24));
    }

    @Test
    void readsEdges() {
        OutputDecoder decoder =
                setting().boxes(BoxForm.XYXY, BoxUnits.PIXELS).output(1, 6, 1).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 6, 1), 1, 2, 3, 4, 1, 0))
                .containsExactly(new Found(0, 1, 1, 2, 3, 4));
    }

    @Test
    void readsLogits() {
        float quarter = (float) -Math.log(3);
        float[] rows = {
            20, 10, 8, 4, -3, 0, 9, 9, 9, 9, quarter - 0.01f, -9, 40, 20, 4, 8, quarter, -2
        };
        Found half = new Found(1, 0.5f, 16, 8, 24, 12);
        Found atTheLimit = new Found(0, 0.25f, 38, 16, 42, 24);
        DecoderSetting setting = setting().scores(ScoreForm.LOGIT);

        OutputDecoder decoder = setting.output(1, 6, 3).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 6, 3), Found.transposed(rows, 3, 6)))
                .containsExactly(half, atTheLimit);
    }

    @Test
    void readsASoftmax() {
        float ln3 = (float) Math.log(3);
        OutputDecoder decoder = setting().scores(ScoreForm.SOFTMAX).output(1, 6, 1).decoder();

        assertThat(Found.in(decoder, 0, shape(1, 6, 1), 20, 10, 8, 4, -50, ln3 - 50))
                .singleElement()
                .extracting(Found::classId)
                .isEqualTo(1);
    }

    @Test
    void countsEveryClassWhereAsked() {
        OutputDecoder columns = setting().multiLabel(0.3f).output(1, 6, 3).decoder();
        OutputDecoder rows = setting().multiLabel(0.3f).output(1, 3, 6).decoder();
        Found lastAsClass1 = new Found(1, 0.3f, 38, 16, 42, 24);

        assertThat(Found.in(columns, 0, shape(1, 6, 3), columns()))
                .containsExactly(FIRST, LAST, lastAsClass1);
        assertThat(Found.in(rows, 0, shape(1, 3, 6), ROWS))
                .containsExactly(FIRST, LAST, lastAsClass1);
    }

    @Test
    void countsWhatIsNotFinite() {
        float[] rows = {
            20,
            10,
            8,
            4,
            NEGATIVE_NAN,
            0,
            20,
            10,
            8,
            4,
            0.1f,
            NEGATIVE_NAN,
            20,
            Float.NaN,
            8,
            4,
            0,
            1
        };
        OutputDecoder columns = setting().output(1, 6, 3).decoder();
        OutputDecoder byRow = setting().output(1, 3, 6).decoder();
        Candidates found = new Candidates();

        columns.decode(List.of(Found.raw(shape(1, 6, 3), Found.transposed(rows, 3, 6))), 0, found);
        byRow.decode(List.of(Found.raw(shape(1, 3, 6), rows)), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(6);
    }

    @Test
    void takesTheOutputThatFits() {
        assertThat(setting().output(1, 32, 8, 16).output(1, 6, 168).problems()).isEmpty();
        assertThat(setting().output(1, 32, 99).output(1, 6, 168).problems()).isEmpty();
    }

    @Test
    void takesTheOutputThatIsNamed() {
        OutputDecoder decoder = setting().output(1, 6, 3).output(1, 6, 3).boxesAre("o1").decoder();
        Candidates found = new Candidates();

        decoder.decode(
                List.of(
                        Found.raw(shape(1, 6, 3), new float[18]),
                        Found.raw(shape(1, 6, 3), columns())),
                0,
                found);

        assertThat(Found.all(found)).containsExactly(FIRST, LAST);
    }

    @Test
    void refusesToChooseAmongOutputs() {
        assertThat(setting().output(1, 6, 168).output(1, 6, 168).problems())
                .containsExactly(
                        "'output.tensors.boxes' must name the output that holds the boxes; the"
                                + " graph has o0: float[1, 6, 168]; o1: float[1, 6, 168].");
    }

    @Test
    void refusesOtherLabels() {
        assertThat(setting().classes(80).output(1, 6, 168).problems())
                .containsExactly(
                        "output o0: float[1, 6, 168] implies 2 classes but there are 80 labels.");
        assertThat(setting().classes(80).output(1, 116, 2100).output(1, 32, 8, 16).problems())
                .containsExactly(
                        "output o0: float[1, 116, 2100] implies 112 classes but there are 80"
                                + " labels; format yolov8 reads no masks, key points or angles.");
    }

    @Test
    void refusesOutputsOfAnotherKind() {
        String form = "format yolov8 has [batch, candidates, 4 + classes], or its transpose, but ";

        assertThat(setting().output(1, 6, 4, 8).problems())
                .containsExactly(form + "there is o0: float[1, 6, 4, 8].");
        assertThat(setting().output().problems()).containsExactly(form + "there is o0: float[].");
        assertThat(setting().output(1, 6, 168).output(6).boxesAre("o1").problems())
                .containsExactly(form + "there is o1: float[6].");
        assertThat(setting().problems()).hasSize(1);
    }

    @Test
    void refusesAnOutputThatIsNotThere() {
        assertThat(setting().output(1, 6, 168).boxesAre("o1").problems())
                .containsExactly(
                        "'output.tensors.boxes' names 'o1', which is no output; the graph has o0:"
                                + " float[1, 6, 168].");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(setting().output(-1, -1, -1).problems()).isEmpty();
        assertThat(setting().output(-1, 6, -1).problems()).isEmpty();
    }

    private static DecoderSetting setting() {
        return new DecoderSetting(OutputFormat.YOLOV8);
    }

    private static long[] shape(long... dimensions) {
        return dimensions;
    }

    private static float[] columns() {
        return Found.transposed(ROWS, 3, 6);
    }
}
