package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.onnx.RawOutput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A raster of 64 x 32 has 2 x 4 cells of stride 16 and 1 x 2 of stride 32; four bins a side and two
 * classes make 18 channels.
 */
final class Yolov8HeadsDecoderTest {

    private static final int CHANNELS = 18;
    private static final int SURE = 50;

    private final float[] fine = new float[2 * CHANNELS * 8];
    private final float[] coarse = new float[2 * CHANNELS * 2];

    Yolov8HeadsDecoderTest() {
        Arrays.fill(fine, -SURE);
        Arrays.fill(coarse, -SURE);
    }

    @Test
    void measuresFromTheMiddleOfACell() {
        int secondRowThirdColumn = 4 + 2;
        put(fine, 8, secondRowThirdColumn, 0);

        List<Found> found = Found.in(joined(1), 0, outputs(1));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).classId()).isEqualTo(1);
        assertThat(found.get(0).score()).isEqualTo(0.75f, within(1e-6f));
        assertThat(found.get(0).left()).isEqualTo(40);
        assertThat(found.get(0).top()).isEqualTo(24 - 16);
        assertThat(found.get(0).right()).isEqualTo(40 + 1.5f * 16);
        assertThat(found.get(0).bottom()).isEqualTo(24 + 3 * 16);
    }

    @Test
    void decodesTheSecondFrameOfABatch() {
        put(coarse, 2, 1, CHANNELS * 2);

        assertThat(Found.in(joined(2), 0, outputs(2))).isEmpty();
        assertThat(Found.in(joined(2), 1, outputs(2)))
                .singleElement()
                .extracting(Found::left, Found::top, Found::right, Found::bottom)
                .containsExactly(48f, 16f - 32, 48f + 48, 16f + 96);
    }

    @Test
    void readsBoxesAndClassesThatAreApart() {
        OutputDecoder decoder =
                heads().strides(32).output(1, 2, 1, 2).output(1, 16, 1, 2).decoder();
        put(coarse, 2, 1, 0);
        float[] bins = Arrays.copyOf(coarse, 32);
        float[] classes = Arrays.copyOfRange(coarse, 32, 36);

        List<Found> found =
                Found.in(
                        decoder,
                        0,
                        List.of(
                                Found.raw(new long[] {1, 2, 1, 2}, classes),
                                Found.raw(new long[] {1, 16, 1, 2}, bins)));

        assertThat(found).singleElement().extracting(Found::left).isEqualTo(48f);
    }

    @Test
    void readsHeadsBesideTheFinishedBoxes() {
        DecoderSetting setting = heads().output(1, 6, 10);

        assertThat(setting.output(1, 18, 1, 2).output(1, 18, 2, 4).problems()).isEmpty();
    }

    @Test
    void fitsTheHeadsOfTheToolkit() {
        DecoderSetting setting =
                new DecoderSetting(OutputFormat.YOLOV8_HEADS).input(640, 640).classes(80);

        setting.output(1, 144, 80, 80).output(1, 144, 40, 40).output(1, 144, 20, 20);

        assertThat(setting.problems()).isEmpty();
    }

    @Test
    void saysWhichStridesAreMissing() {
        assertThat(heads().output(1, 18, 2, 4).problems())
                .containsExactly(
                        "strides [32] of 64 x 32 have no outputs [batch, 4 * bins + 2 labels, rows,"
                                + " columns] or one of each; the graph has o0: float[1, 18, 2,"
                                + " 4].");
        assertThat(heads().classes(3).output(1, 18, 2, 4).output(1, 18, 1, 2).problems())
                .singleElement()
                .asString()
                .startsWith("strides [16, 32] of 64 x 32");
    }

    @Test
    void acceptsOpenDimensions() {
        assertThat(heads().output(-1, -1, -1, -1).problems()).isEmpty();
    }

    private static DecoderSetting heads() {
        return new DecoderSetting(OutputFormat.YOLOV8_HEADS).strides(16, 32);
    }

    private static OutputDecoder joined(int batch) {
        return heads().output(batch, 18, 2, 4).output(batch, 18, 1, 2).decoder();
    }

    /** Distances of 0, 1, 1.5 and 3 strides, logits of a quarter and three quarters. */
    private static void put(float[] map, int cells, int cell, int from) {
        int[] sure = {0, 4 + 1, 8 + 1, 8 + 2, 12 + 3};
        for (int channel : sure) {
            map[from + channel * cells + cell] = SURE;
        }
        map[from + 16 * cells + cell] = (float) -Math.log(3);
        map[from + 17 * cells + cell] = (float) Math.log(3);
    }

    private List<RawOutput> outputs(int batch) {
        return List.of(
                Found.raw(new long[] {batch, 18, 2, 4}, Arrays.copyOf(fine, batch * 18 * 8)),
                Found.raw(new long[] {batch, 18, 1, 2}, Arrays.copyOf(coarse, batch * 18 * 2)));
    }
}
