package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.onnx.RawOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A raster of 64 x 32 has 2 x 4 cells of stride 16 and 1 x 2 of stride 32; two anchors and two
 * classes make 12 numbers a cell.
 */
final class YoloFastestV2DecoderTest {

    private static final List<List<Float>> ANCHORS =
            List.of(List.of(10f, 13f, 62f, 45f), List.of(30f, 61f, 20f, 40f));

    /** Of a cell whose second anchor has a box and a score. */
    private static final float[] PROBABILITIES = {
        0, 0, 0, 0, 0.5f, 0.75f, 0.5f, 0.25f, 0, 0.8f, 0.25f, 0.5f
    };

    /** In stride 16, the second anchor, second row, last column. */
    private static final Found LAST_OF_16 =
            new Found(1, 0.4f, 56 - 31, 32 - 5.625f, 56 + 31, 32 + 5.625f);

    /** In stride 32, the second anchor, second column. */
    private static final Found LAST_OF_32 = new Found(1, 0.4f, 48 - 10, 32 - 5, 48 + 10, 32 + 5);

    @Test
    void decodesAnOutputForEachStride() {
        OutputDecoder decoder = setting().output(1, 2, 4, 12).output(1, 1, 2, 12).decoder();
        float[] fine = new float[8 * 12];
        float[] coarse = new float[2 * 12];
        put(fine, 7 * 12, 1, PROBABILITIES);
        put(coarse, 12, 1, PROBABILITIES);

        List<Found> found =
                Found.in(decoder, 0, List.of(raw(fine, 1, 2, 4, 12), raw(coarse, 1, 1, 2, 12)));

        assertThat(found).containsExactly(LAST_OF_16, LAST_OF_32);
    }

    @Test
    void decodesStridesThatAreJoined() {
        OutputDecoder decoder = setting().output(10, 12).decoder();
        float[] rows = new float[10 * 12];
        put(rows, 9 * 12, 1, PROBABILITIES);

        List<Found> found = Found.in(decoder, 0, List.of(raw(rows, 10, 12)));

        assertThat(found).containsExactly(LAST_OF_32);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        OutputDecoder decoder = setting().output(2, 10, 12).decoder();
        float[] rows = new float[2 * 10 * 12];
        put(rows, (10 + 7) * 12, 1, PROBABILITIES);

        List<RawOutput> outputs = List.of(raw(rows, 2, 10, 12));

        assertThat(Found.in(decoder, 0, outputs)).isEmpty();
        assertThat(Found.in(decoder, 1, outputs)).containsExactly(LAST_OF_16);
    }

    @Test
    void takesSigmoidAndSoftmaxOfMapsThatAreApart() {
        OutputDecoder decoder = maps().decoder();
        float[][] maps = emptyMaps();
        put(maps[0], 4 * 8 + 7, 8, 0, log(3), 0, -log(3));
        put(maps[1], 8 + 7, 8, log(4));
        put(maps[2], 7, 8, -log(3), 0);

        List<Found> found = Found.in(decoder, 0, raw(maps));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).classId()).isEqualTo(1);
        assertThat(found.get(0).score()).isEqualTo(0.8f * 0.75f, within(1e-5f));
        assertThat(found.get(0).left()).isEqualTo(LAST_OF_16.left(), within(1e-4f));
        assertThat(found.get(0).bottom()).isEqualTo(LAST_OF_16.bottom(), within(1e-4f));
    }

    @Test
    void countsEveryClassAsTheToolkitDoes() {
        OutputDecoder decoder = setting().multiLabel(0.2f).output(10, 12).decoder();
        float[] rows = new float[10 * 12];
        put(rows, 0, 1, PROBABILITIES);

        List<Found> found = Found.in(decoder, 0, List.of(raw(rows, 10, 12)));

        assertThat(found).extracting(Found::classId).containsExactly(0, 1);
        assertThat(YoloFastestV2Decoder.DEFAULTS.thresholds().multiLabel()).isTrue();
    }

    @Test
    void leavesOutWhatScoresTooLowAndCountsWhatIsNotFinite() {
        OutputDecoder decoder = setting().output(10, 12).decoder();
        float[] rows = new float[10 * 12];
        put(rows, 0, 1, PROBABILITIES);
        rows[9] = 0.49f;
        put(rows, 12, 1, PROBABILITIES);
        rows[12 + 9] = Float.NaN;
        put(rows, 24, 1, PROBABILITIES);
        rows[24 + 4] = Float.NaN;
        Candidates found = new Candidates();

        decoder.decode(List.of(raw(rows, 10, 12)), 0, found);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(2);
    }

    @Test
    void saysWhatItWants() {
        assertThat(setting().output(1, 2, 4, 13).output(1, 1, 2, 12).problems())
                .singleElement()
                .asString()
                .startsWith("format yolo-fastestv2 with 2 labels and strides [16, 32] has outputs");
        assertThat(setting().output(11, 12).problems()).hasSize(1);
        assertThat(maps().classes(3).problems()).hasSize(1);
        assertThat(setting().strides(16).output(10, 12).problems())
                .containsExactly(
                        "'output.anchors' must be a list for each of the 1 strides but there are"
                                + " 2.");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(setting().output(-1, -1).problems()).isEmpty();
        assertThat(setting().output(-1, -1, -1, -1).problems()).isEmpty();
    }

    private static DecoderSetting setting() {
        return new DecoderSetting(OutputFormat.YOLO_FASTESTV2).strides(16, 32).anchors(ANCHORS);
    }

    private static DecoderSetting maps() {
        return setting()
                .output(1, 8, 2, 4)
                .output(1, 2, 2, 4)
                .output(1, 2, 2, 4)
                .output(1, 8, 1, 2)
                .output(1, 2, 1, 2)
                .output(1, 2, 1, 2);
    }

    private static float[][] emptyMaps() {
        float[][] maps = new float[6][];
        int[] sizes = {64, 16, 16, 16, 4, 4};
        for (int i = 0; i < maps.length; i++) {
            maps[i] = new float[sizes[i]];
            Arrays.fill(maps[i], -20);
        }
        return maps;
    }

    private static List<RawOutput> raw(float[][] maps) {
        List<RawOutput> outputs = new ArrayList<>();
        for (int i = 0; i < maps.length; i++) {
            int channels = i % 3 == 0 ? 8 : 2;
            outputs.add(i < 3 ? raw(maps[i], 1, channels, 2, 4) : raw(maps[i], 1, channels, 1, 2));
        }
        return outputs;
    }

    private static RawOutput raw(float[] values, long... shape) {
        return Found.raw(shape, values);
    }

    private static void put(float[] values, int from, int step, float... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            values[from + i * step] = numbers[i];
        }
    }

    private static float log(float value) {
        return (float) Math.log(value);
    }
}
