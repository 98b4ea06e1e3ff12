package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.GraphSignature.Tensor;
import io.vedette.models.ModelInput.Layout;
import io.vedette.models.ModelPackage.Output;
import io.vedette.models.ModelPackage.Task;
import io.vedette.models.ModelPackage.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A 32 x 16 raster with strides 8 and 16 has 4 x 2 + 2 x 1 cells; two classes make rows of 7. */
final class YoloxDecoderTest {

    private static final int CELLS = 10;
    private static final int ROW = 7;

    private final YoloxDecoder decoder = new YoloxDecoder(model(32, 16, List.of("a", "b")));
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
    void acceptsAGraphThatFits() {
        assertThat(decoder.problems(output(List.of(1L, 10L, 7L)))).isEmpty();
        assertThat(decoder.problems(output(List.of(-1L, -1L, -1L)))).isEmpty();
    }

    @Test
    void saysEverythingThatDoesNotFit() {
        YoloxDecoder decoder = new YoloxDecoder(model(36, 16, List.of("a")));

        assertThat(decoder.problems(output(List.of(1L, 3549L, 85L))))
                .containsExactly(
                        "'input' 36 x 16 is not a multiple of stride 8.",
                        "'input' 36 x 16 is not a multiple of stride 16.",
                        "output output: float[1, 3549, 85] has 3549 cells but 36 x 16 with strides"
                                + " [8, 16] has 10.",
                        "output output: float[1, 3549, 85] implies 80 classes but the labels file"
                                + " has 1.");
    }

    @Test
    void refusesAnOutputOfAnotherKind() {
        assertThat(decoder.problems(output(List.of(1L, 85L, 22L, 22L))))
                .containsExactly(
                        "output output: float[1, 85, 22, 22]: format yolox has [batch, cells, 5 +"
                                + " classes].");
        assertThat(decoder.problems(new GraphSignature(List.of(), List.of())))
                .containsExactly("format yolox has one output but the graph has 0 ().");
    }

    private void cell(int frame, int cell, float... row) {
        System.arraycopy(row, 0, values, (frame * CELLS + cell) * ROW, ROW);
    }

    private void decode(int frame) {
        long[] shape = {2, CELLS, ROW};
        decoder.decode(
                List.of(new RawOutput("output", shape, FloatBuffer.wrap(values))), frame, found);
    }

    private static GraphSignature output(List<Long> shape) {
        return new GraphSignature(
                List.of(), List.of(new Tensor("output", OnnxJavaType.FLOAT, shape)));
    }

    private static ModelPackage model(int width, int height, List<String> labels) {
        RasterSpec raster =
                new RasterSpec(
                        width, height, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);
        List<Float> zeros = List.of(0f, 0f, 0f);
        List<Float> ones = List.of(1f, 1f, 1f);
        return new ModelPackage(
                Path.of("any"),
                "any",
                "1",
                Task.DETECTION,
                Path.of("any/model.onnx"),
                "0".repeat(64),
                new ModelInput(raster, Layout.NCHW, zeros, ones),
                new Output(OutputFormat.YOLOX, List.of(8, 16)),
                labels,
                new Thresholds(0.25f, 0.45f, 100),
                null);
    }
}
