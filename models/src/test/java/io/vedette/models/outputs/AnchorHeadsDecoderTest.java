package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.onnx.RawOutput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A raster of 64 x 32 has 4 x 8 cells of stride 8 and 2 x 4 of stride 16; two anchors and two
 * classes make 14 numbers a cell.
 */
final class AnchorHeadsDecoderTest {

    private static final List<List<Float>> ANCHORS =
            List.of(List.of(10f, 13f, 16f, 30f), List.of(30f, 61f, 62f, 45f));

    /** Sigmoids 1/2, 3/4, 1/2, 1/4 of the box, 4/5 of the objectness, 1/4, 1/2 of the classes. */
    private static final float[] LOGITS = {
        0,
        (float) Math.log(3),
        0,
        (float) -Math.log(3),
        (float) Math.log(4),
        (float) -Math.log(3),
        0
    };

    private static final float[] PROBABILITIES = {0.5f, 0.75f, 0.5f, 0.25f, 0.8f, 0.25f, 0.5f};

    /** In stride 16, the second anchor, second row, last column. */
    private static final Found YOLOV5_BOX =
            new Found(1, 0.4f, 56 - 31, 32 - 5.625f, 56 + 31, 32 + 5.625f);

    private static final Found YOLOV3_BOX =
            new Found(1, 0.4f, 56 - 31, 28 - 7.5f, 56 + 31, 28 + 7.5f);

    private final float[] fine = new float[2 * 2 * 7 * 32];
    private final float[] coarse = new float[2 * 2 * 7 * 8];

    @Test
    void decodesHeadsByNumber() {
        OutputDecoder joined = yolov5().output(1, 14, 4, 8).output(1, 14, 2, 4).decoder();
        OutputDecoder split = yolov5().output(1, 2, 7, 4, 8).output(1, 2, 7, 2, 4).decoder();
        put(coarse, 56 + 7, 8, LOGITS);

        assertBoxes(decode(joined, 0, shape(1, 14, 4, 8), shape(1, 14, 2, 4)), YOLOV5_BOX);
        assertBoxes(decode(split, 0, shape(1, 2, 7, 4, 8), shape(1, 2, 7, 2, 4)), YOLOV5_BOX);
    }

    @Test
    void decodesHeadsByAnchorAndCell() {
        OutputDecoder split = yolov5().output(1, 2, 4, 8, 7).output(1, 2, 2, 4, 7).decoder();
        OutputDecoder flat = yolov5().output(1, 64, 7).output(1, 16, 7).decoder();
        put(coarse, 56 + 7 * 7, 1, LOGITS);

        assertBoxes(decode(split, 0, shape(1, 2, 4, 8, 7), shape(1, 2, 2, 4, 7)), YOLOV5_BOX);
        assertBoxes(decode(flat, 0, shape(1, 64, 7), shape(1, 16, 7)), YOLOV5_BOX);
    }

    @Test
    void decodesHeadsByCell() {
        OutputDecoder joined = yolov5().output(1, 4, 8, 14).output(1, 2, 4, 14).decoder();
        OutputDecoder split = yolov5().output(1, 4, 8, 2, 7).output(1, 2, 4, 2, 7).decoder();
        put(coarse, 7 * 14 + 7, 1, LOGITS);

        assertBoxes(decode(joined, 0, shape(1, 4, 8, 14), shape(1, 2, 4, 14)), YOLOV5_BOX);
        assertBoxes(decode(split, 0, shape(1, 4, 8, 2, 7), shape(1, 2, 4, 2, 7)), YOLOV5_BOX);
    }

    @Test
    void decodesHeadsThatLieInOneOutput() {
        OutputDecoder decoder = yolov5().output(2, 80, 7).decoder();
        float[] all = weak(2 * 80 * 7);
        System.arraycopy(LOGITS, 0, all, (80 + 64 + 15) * 7, 7);

        List<Found> none = Found.in(decoder, 0, shape(2, 80, 7), all);
        List<Found> found = Found.in(decoder, 1, shape(2, 80, 7), all);

        assertThat(none).isEmpty();
        assertBoxes(found, YOLOV5_BOX);
    }

    @Test
    void matchesHeadsToStridesByTheirSize() {
        OutputDecoder decoder =
                yolov5().output(1, 2, 4, 14).output(1, 9).output(1, 4, 8, 14).decoder();
        put(coarse, 7 * 14 + 7, 1, LOGITS);
        List<RawOutput> outputs =
                List.of(
                        Found.raw(shape(1, 2, 4, 14), coarse),
                        Found.raw(shape(1, 9), new float[9]),
                        Found.raw(shape(1, 4, 8, 14), fine));

        assertBoxes(Found.in(decoder, 0, outputs), YOLOV5_BOX);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        OutputDecoder decoder = yolov5().output(2, 14, 4, 8).output(2, 14, 2, 4).decoder();
        put(coarse, 112 + 56 + 7, 8, LOGITS);
        int secondRowSeventhColumn = 8 + 6;
        put(fine, 448 + secondRowSeventhColumn, 32, LOGITS);

        List<Found> first = decode(decoder, 0, shape(2, 14, 4, 8), shape(2, 14, 2, 4));
        List<Found> second = decode(decoder, 1, shape(2, 14, 4, 8), shape(2, 14, 2, 4));

        assertThat(first).isEmpty();
        assertBoxes(second, new Found(1, 0.4f, 47, 16 - 1.625f, 57, 16 + 1.625f), YOLOV5_BOX);
    }

    @Test
    void readsProbabilities() {
        OutputDecoder decoder =
                yolov5().scores(ScoreForm.PROBABILITY)
                        .output(1, 14, 4, 8)
                        .output(1, 14, 2, 4)
                        .decoder();
        Arrays.fill(fine, 0.1f);
        put(coarse, 56 + 7, 8, PROBABILITIES);
        Arrays.fill(coarse, 0, 56, 0.1f);

        assertBoxes(decode(decoder, 0, shape(1, 14, 4, 8), shape(1, 14, 2, 4)), YOLOV5_BOX);
    }

    @Test
    void decodesTheBoxesOfYolov3() {
        OutputDecoder decoder = yolov3().output(1, 14, 4, 8).output(1, 14, 2, 4).decoder();
        put(coarse, 56 + 7, 8, LOGITS);

        assertBoxes(decode(decoder, 0, shape(1, 14, 4, 8), shape(1, 14, 2, 4)), YOLOV3_BOX);
    }

    @Test
    void leavesTheExtentsOfYolov3RawWhereItReadsProbabilities() {
        OutputDecoder decoder =
                yolov3().scores(ScoreForm.PROBABILITY)
                        .output(1, 14, 4, 8)
                        .output(1, 14, 2, 4)
                        .decoder();
        float[] halfRaw = {0.5f, 0.75f, 0, (float) -Math.log(3), 0.8f, 0.25f, 0.5f};
        put(coarse, 56 + 7, 8, halfRaw);

        assertBoxes(decode(decoder, 0, shape(1, 14, 4, 8), shape(1, 14, 2, 4)), YOLOV3_BOX);
    }

    @Test
    void takesTheSoftmaxOfTheClassesOfYolov2() {
        DecoderSetting setting = new DecoderSetting(OutputFormat.YOLOV3).scores(ScoreForm.SOFTMAX);
        setting.strides(16).anchors(List.of(ANCHORS.get(1)));
        OutputDecoder decoder = setting.output(1, 14, 2, 4).decoder();
        put(coarse, 56 + 7, 8, LOGITS);

        List<Found> found = Found.in(decoder, 0, shape(1, 14, 2, 4), coarse);

        assertThat(found).singleElement().extracting(Found::classId).isEqualTo(1);
        assertThat(found.get(0).score()).isEqualTo(0.8f * 3 / 4, within(1e-5f));
    }

    @Test
    void countsEveryClassWhereAsked() {
        OutputDecoder decoder =
                yolov5().multiLabel(0.15f).output(1, 14, 4, 8).output(1, 14, 2, 4).decoder();
        put(coarse, 56 + 7, 8, LOGITS);
        Found asClass0 = new Found(0, 0.2f, 25, 26.375f, 87, 37.625f);

        assertBoxes(
                decode(decoder, 0, shape(1, 14, 4, 8), shape(1, 14, 2, 4)), asClass0, YOLOV5_BOX);
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        OutputDecoder decoder = yolov5().output(1, 14, 4, 8).output(1, 14, 2, 4).decoder();
        float[] weakObject = LOGITS.clone();
        float[] weakClass = LOGITS.clone();
        weakObject[4] = -1.2f;
        weakClass[6] = -1;
        put(coarse, 0, 8, weakObject);
        put(coarse, 1, 8, weakClass);

        assertThat(decode(decoder, 0, shape(1, 14, 4, 8), shape(1, 14, 2, 4))).isEmpty();
    }

    @Test
    void countsWhatIsNotFinite() {
        OutputDecoder decoder = yolov3().output(1, 14, 4, 8).output(1, 14, 2, 4).decoder();
        int[] numbers = {0, 2, 4, 5};
        float[] bad = {Float.NaN, 1000, Float.NaN, Float.NaN};
        put(coarse, 0, 8, LOGITS);
        for (int i = 0; i < bad.length; i++) {
            float[] cell = LOGITS.clone();
            cell[numbers[i]] = bad[i];
            put(coarse, i, 8, cell);
        }
        Candidates found = new Candidates();

        decoder.decode(outputs(shape(1, 14, 4, 8), shape(1, 14, 2, 4)), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(4);
    }

    @Test
    void divides416PixelsAsDarknetDoes() {
        DecoderSetting setting =
                new DecoderSetting(OutputFormat.YOLOV3).input(416, 416).classes(80);

        setting.output(1, 255, 13, 13).output(1, 255, 26, 26).output(1, 255, 52, 52);

        assertThat(setting.problems()).isEmpty();
    }

    @Test
    void saysWhichHeadsItWants() {
        assertThat(yolov5().output(1, 21, 4, 8).output(1, 14, 2, 4).problems())
                .containsExactly(
                        "format yolov5-heads with 2 labels and strides [8, 16] has outputs of 2 x"
                                + " 7 x 4 x 8, 2 x 7 x 2 x 4 numbers (anchors x (5 + classes) x"
                                + " rows x columns) but the graph has o0: float[1, 21, 4, 8]; o1:"
                                + " float[1, 14, 2, 4].");
        assertThat(yolov3().output(1, 14, 4, 8).problems()).hasSize(1);
        assertThat(yolov3().output(1, 14, 4, 8).output(1, 2, 4, 14).problems()).hasSize(1);
        assertThat(yolov3().output(1, 14, 4, 8).output(1, 14, 4, 8).problems()).hasSize(1);
        assertThat(yolov3().output(1, 81, 7).problems()).hasSize(1);
        assertThat(yolov3().output(1, 1120).output().problems()).hasSize(1);
    }

    @Test
    void wantsAnchorsForEveryStride() {
        assertThat(yolov3().strides(32).output(1, 14, 1, 2).problems())
                .containsExactly(
                        "'output.anchors' must be a list for each of the 1 strides but there are"
                                + " 2.");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(yolov5().output(-1, 14, -1, -1).output(-1, 14, -1, -1).problems()).isEmpty();
        assertThat(yolov5().output(-1, -1, -1).problems()).isEmpty();
    }

    private static DecoderSetting yolov5() {
        return new DecoderSetting(OutputFormat.YOLOV5_HEADS).strides(8, 16).anchors(ANCHORS);
    }

    private static DecoderSetting yolov3() {
        return new DecoderSetting(OutputFormat.YOLOV3).strides(8, 16).anchors(ANCHORS);
    }

    private static float[] weak(int count) {
        float[] values = new float[count];
        Arrays.fill(values, -20);
        return values;
    }

    AnchorHeadsDecoderTest() {
        Arrays.fill(fine, -20);
        Arrays.fill(coarse, -20);
    }

    private static void put(float[] values, int from, int step, float... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            values[from + i * step] = numbers[i];
        }
    }

    private List<Found> decode(OutputDecoder decoder, int frame, long[] first, long[] second) {
        return Found.in(decoder, frame, outputs(first, second));
    }

    private List<RawOutput> outputs(long[] first, long[] second) {
        return List.of(Found.raw(first, cut(fine, first)), Found.raw(second, cut(coarse, second)));
    }

    private static float[] cut(float[] values, long[] shape) {
        return Arrays.copyOf(values, (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b));
    }

    private static long[] shape(long... dimensions) {
        return dimensions;
    }

    private static void assertBoxes(List<Found> found, Found... wanted) {
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found.get(i).classId()).isEqualTo(wanted[i].classId());
            assertThat(found.get(i).score()).isEqualTo(wanted[i].score(), within(1e-5f));
            assertThat(found.get(i).left()).isEqualTo(wanted[i].left(), within(1e-4f));
            assertThat(found.get(i).top()).isEqualTo(wanted[i].top(), within(1e-4f));
            assertThat(found.get(i).right()).isEqualTo(wanted[i].right(), within(1e-4f));
            assertThat(found.get(i).bottom()).isEqualTo(wanted[i].bottom(), within(1e-4f));
        }
    }
}
