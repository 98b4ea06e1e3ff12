package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A 32 x 16 raster with strides 8 and 16 has 4 x 2 + 2 x 1 cells; two classes make rows of 7. */
final class YoloxDecoderTest {

    private static final int CELLS = 10;
    private static final int ROW = 7;

    private final YoloxDecoder decoder = new YoloxDecoder(context(32, 16, 2, List.of(2L, 10L, 7L)));
    private final float[] values = new float[2 * CELLS * ROW];
    private final Candidates found = new Candidates();

    @Test
    void decodesACellOfTheFirstStride() {
        int secondRowThirdColumn = 4 + 2;
        cell(0, secondRowThirdColumn, 0.5f, 0.25f, 0, (float) Math.log(2), 0.8f, 0.1f, 0.5f);

        decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
        assertThat(found.score(0)).isEqualTo(0.4f);
        assertThat(found.left(0)).isEqualTo(2.5f * 8 - 4);
        assertThat(found.right(0)).isEqualTo(2.5f * 8 + 4);
        assertThat(found.top(0)).isEqualTo(1.25f * 8 - 8, within(1e-4f));
        assertThat(found.bottom(0)).isEqualTo(1.25f * 8 + 8, within(1e-4f));
    }

    @Test
    void decodesTheLastCellOfTheLastStrideOfTheSecondFrame() {
        cell(1, CELLS - 1, 0, 0, 0, 0, 1, 1, 0);

        decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isZero();
        assertThat(found.left(0)).isEqualTo(16 - 8);
        assertThat(found.top(0)).isEqualTo(-8);
        assertThat(found.right(0)).isEqualTo(16 + 8);
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        cell(0, 0, 0, 0, 0, 0, 0.24f, 1, 1);
        cell(0, 1, 0, 0, 0, 0, 0.5f, 0.49f, 0);
        cell(0, 2, 0, 0, 0, 0, 0.5f, 0.5f, 0);

        decode(0);

        assertThat(found.size()).isEqualTo(1);
    }

    @Test
    void skipsValuesThatAreNotFinite() {
        cell(0, 0, Float.NaN, 0, 0, 0, 1, 1, 0);
        cell(0, 1, 0, 0, 1000, 0, 1, 1, 0);
        cell(0, 2, 0, 0, 0, 0, Float.NaN, 1, 0);
        cell(0, 3, 0, 0, 0, 0, 1, Float.NaN, Float.NaN);
        cell(0, 4, 0, 0, 0, 0, Float.POSITIVE_INFINITY, 1, 0);

        decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(5);
    }

    @Test
    void countsEveryClassOfACellWhereAsked() {
        DecoderContext context =
                context(32, 16, 2, new Thresholds(0.25f, 0.45f, 100, true), List.of(2L, 10L, 7L));
        cell(0, 0, 0, 0, 0, 0, 0.5f, 0.8f, 0.6f);

        new YoloxDecoder(context).decode(outputs(), 0, found);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.score(0)).isEqualTo(0.4f);
        assertThat(found.score(1)).isEqualTo(0.3f);
        assertThat(found.classId(1)).isEqualTo(1);
    }

    @Test
    void acceptsAGraphThatFits() {
        assertThat(problems(32, 16, 2, List.of(1L, 10L, 7L))).isEmpty();
        assertThat(problems(32, 16, 2, List.of(-1L, -1L, -1L))).isEmpty();
    }

    @Test
    void saysEverythingThatDoesNotFit() {
        assertThat(problems(36, 16, 1, List.of(1L, 3549L, 85L)))
                .containsExactly(
                        "'input' 36 x 16 is not a multiple of stride 8.",
                        "'input' 36 x 16 is not a multiple of stride 16.",
                        "output output: float[1, 3549, 85] has 3549 cells but 36 x 16 with strides"
                                + " [8, 16] has 13.",
                        "output output: float[1, 3549, 85] implies 80 classes but there are 1"
                                + " labels.");
    }

    @Test
    void refusesAnOutputOfAnotherKind() {
        assertThat(problems(32, 16, 2, List.of(1L, 85L, 22L, 22L)))
                .containsExactly(
                        "output output: float[1, 85, 22, 22]: format yolox has [batch, cells, 5 +"
                                + " classes].");
    }

    @Test
    void refusesSeveralOutputs() {
        Tensor output = new Tensor("output", OnnxJavaType.FLOAT, List.of(1L, 10L, 7L));
        DecoderContext context =
                new DecoderContext(
                        spec(),
                        raster(32, 16),
                        2,
                        YoloxDecoder.DEFAULTS.thresholds(),
                        List.of(output, output));

        new YoloxDecoder(context);

        assertThat(context.problems())
                .singleElement()
                .asString()
                .startsWith("format yolox has one output but the graph has 2 (output: float[1,");
    }

    private void cell(int frame, int cell, float... row) {
        System.arraycopy(row, 0, values, (frame * CELLS + cell) * ROW, ROW);
    }

    private void decode(int frame) {
        decoder.decode(outputs(), frame, found);
    }

    private List<RawOutput> outputs() {
        return List.of(
                new RawOutput("output", new long[] {2, CELLS, ROW}, FloatBuffer.wrap(values)));
    }

    private static List<String> problems(int width, int height, int classes, List<Long> shape) {
        DecoderContext context = context(width, height, classes, shape);
        new YoloxDecoder(context);
        return context.problems();
    }

    private static DecoderContext context(int width, int height, int classes, List<Long> shape) {
        return context(width, height, classes, YoloxDecoder.DEFAULTS.thresholds(), shape);
    }

    private static DecoderContext context(
            int width, int height, int classes, Thresholds thresholds, List<Long> shape) {
        Tensor output = new Tensor("output", OnnxJavaType.FLOAT, shape);
        return new DecoderContext(
                spec(), raster(width, height), classes, thresholds, List.of(output));
    }

    private static OutputSpec spec() {
        OutputSpec yolox = OutputFormat.YOLOX.output();
        return new OutputSpec(
                OutputFormat.YOLOX,
                List.of(8, 16),
                yolox.anchors(),
                yolox.boxes(),
                yolox.units(),
                yolox.scores(),
                yolox.background(),
                yolox.firstClass(),
                yolox.columns(),
                yolox.tensors());
    }

    private static RasterSpec raster(int width, int height) {
        return new RasterSpec(
                width, height, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);
    }
}
