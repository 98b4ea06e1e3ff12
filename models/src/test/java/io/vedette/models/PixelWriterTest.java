package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.ModelInput.Layout;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PixelWriterTest {

    private static final RasterSpec SPEC =
            new RasterSpec(2, 2, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);

    @Test
    void turnsPixelsIntoPlanes() {
        FloatBuffer target = FloatBuffer.allocate(12);

        writer(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)).write(raster(), target, 0);

        assertThat(target.array()).containsExactly(1, 4, 7, 255, 2, 5, 8, 0, 3, 6, 9, 128);
    }

    @Test
    void normalizesEachChannelByItsOwnMeanAndDeviation() {
        FloatBuffer target = FloatBuffer.allocate(12);

        writer(List.of(1f, 0f, 3f), List.of(2f, 1f, 0.5f)).write(raster(), target, 0);

        assertThat(target.array()).containsExactly(0, 1.5f, 3, 127, 2, 5, 8, 0, 0, 6, 12, 250);
    }

    @Test
    void writesAtAnOffset() {
        FloatBuffer target = FloatBuffer.allocate(24);

        writer(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)).write(raster(), target, 12);

        assertThat(target.get(11)).isZero();
        assertThat(target.get(12)).isEqualTo(1);
        assertThat(target.get(23)).isEqualTo(128);
    }

    private static PixelWriter writer(List<Float> mean, List<Float> std) {
        return new PixelWriter(new ModelInput(SPEC, Layout.NCHW, mean, std));
    }

    private static Raster raster() {
        byte[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9, (byte) 255, 0, (byte) 128};
        return new Raster(2, 2, ColorOrder.BGR, SPEC.place(2, 2), data);
    }
}
