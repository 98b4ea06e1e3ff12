package io.vedette.models.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.platform.Fp16Conversions;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PixelWriterTest {

    private static final RasterSpec SPEC =
            new RasterSpec(2, 2, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);

    private static final List<Float> ZEROS = List.of(0f, 0f, 0f);
    private static final List<Float> ONES = List.of(1f, 1f, 1f);

    private final ByteBuffer target =
            ByteBuffer.allocate(24 * Float.BYTES).order(ByteOrder.nativeOrder());

    @Test
    void turnsPixelsIntoPlanes() {
        writer(Layout.NCHW, ZEROS, ONES, OnnxJavaType.FLOAT).write(raster(), target, 0);

        assertThat(floats()).startsWith(1, 4, 7, 255, 2, 5, 8, 0, 3, 6, 9, 128);
    }

    @Test
    void leavesPixelsInterleaved() {
        writer(Layout.NHWC, ZEROS, ONES, OnnxJavaType.FLOAT).write(raster(), target, 0);

        assertThat(floats()).startsWith(1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 0, 128);
    }

    @Test
    void normalizesEachChannelByItsOwnMeanAndDeviation() {
        List<Float> mean = List.of(1f, 0f, 3f);
        List<Float> std = List.of(2f, 1f, 0.5f);

        writer(Layout.NCHW, mean, std, OnnxJavaType.FLOAT).write(raster(), target, 0);

        assertThat(floats()).startsWith(0, 1.5f, 3, 127, 2, 5, 8, 0, 0, 6, 12, 250);
    }

    @Test
    void writesTheSecondFrameAfterTheFirst() {
        writer(Layout.NHWC, ZEROS, ONES, OnnxJavaType.FLOAT).write(raster(), target, 1);

        assertThat(floats()).startsWith(new float[12]).endsWith(9, 255, 0, 128);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void writesEveryPixelOfAWideRasterWhoseRowsRepeat(Layout layout) {
        RasterSpec spec = new RasterSpec(6, 3, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
        byte[] data = Noise.bgr(6, 3);
        for (int plane = 0; plane < data.length; plane += 18) {
            System.arraycopy(data, plane, data, plane + 6, 6);
        }
        ModelInput input = new ModelInput(spec, layout, ZEROS, ONES, null, Map.of());
        Raster raster = new Raster(6, 3, ColorOrder.BGR, spec.place(6, 3), data);
        ByteBuffer floats = ByteBuffer.allocate(54 * Float.BYTES).order(ByteOrder.nativeOrder());

        PixelWriter.of(input, OnnxJavaType.FLOAT).write(raster, floats, 0);

        for (int i = 0; i < data.length; i++) {
            int interleaved = i % 18 * 3 + i / 18;
            float written = floats.asFloatBuffer().get(layout == Layout.NCHW ? i : interleaved);
            assertThat(written).as("byte %d", i).isEqualTo(data[i] & 0xff);
        }
    }

    @Test
    void writesHalves() {
        List<Float> full = List.of(255f, 255f, 255f);

        writer(Layout.NHWC, ZEROS, full, OnnxJavaType.FLOAT16).write(raster(), target, 0);

        short[] halves = new short[12];
        target.asShortBuffer().get(halves);
        assertThat(halves[9]).isEqualTo((short) 0x3c00);
        assertThat(Fp16Conversions.fp16ToFloat(halves[11])).isEqualTo(128 / 255f, within(3e-4f));
    }

    @Test
    void writesTheNearestBytes() {
        List<Float> mean = List.of(2f, 0f, 0f);
        List<Float> std = List.of(1f, 0.5f, 2f);

        writer(Layout.NHWC, mean, std, OnnxJavaType.UINT8).write(raster(), target, 0);

        byte[] bytes = new byte[12];
        target.get(bytes);
        assertThat(bytes).containsExactly(0, 4, 2, 2, 10, 3, 5, 16, 5, 253, 0, 64);
    }

    @Test
    void writesNoOtherType() {
        assertThat(PixelWriter.knows(OnnxJavaType.INT64)).isFalse();
        assertThatThrownBy(() -> writer(Layout.NCHW, ZEROS, ONES, OnnxJavaType.INT64))
                .hasMessage("No pixels are written as INT64.");
    }

    private float[] floats() {
        float[] floats = new float[24];
        target.asFloatBuffer().get(floats);
        return floats;
    }

    private static PixelWriter writer(
            Layout layout, List<Float> mean, List<Float> std, OnnxJavaType type) {
        return PixelWriter.of(new ModelInput(SPEC, layout, mean, std, null, Map.of()), type);
    }

    private static Raster raster() {
        byte[] data = {1, 4, 7, (byte) 255, 2, 5, 8, 0, 3, 6, 9, (byte) 128};
        return new Raster(2, 2, ColorOrder.BGR, SPEC.place(2, 2), data);
    }
}
