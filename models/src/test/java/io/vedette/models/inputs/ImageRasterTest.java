package io.vedette.models.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageRasterTest {

    @Test
    void letterboxesIntoTheTopLeftCorner() {
        RasterSpec spec = spec(4, 4, Resize.LETTERBOX, Anchor.TOP_LEFT, ColorOrder.GREY);

        Raster raster = ImageRaster.of(grey(4, 2, 200), spec);

        assertThat(raster.data()).isEqualTo(rows("████", "████", "....", "...."));
        assertThat(raster.placement()).isEqualTo(new Placement(0, 0, 4, 2, 1, 1));
    }

    @Test
    void letterboxesIntoTheCentre() {
        RasterSpec spec = spec(4, 4, Resize.LETTERBOX, Anchor.CENTER, ColorOrder.GREY);

        Raster raster = ImageRaster.of(grey(4, 8, 200), spec);

        assertThat(raster.data()).isEqualTo(rows(".██.", ".██.", ".██.", ".██."));
        assertThat(raster.placement()).isEqualTo(new Placement(1, 0, 2, 4, 0.5f, 0.5f));
    }

    @Test
    void stretchesBothAxes() {
        RasterSpec spec = spec(4, 2, Resize.STRETCH, Anchor.TOP_LEFT, ColorOrder.GREY);

        Raster raster = ImageRaster.of(grey(2, 8, 200), spec);

        assertThat(raster.data()).isEqualTo(rows("████", "████"));
        assertThat(raster.placement()).isEqualTo(new Placement(0, 0, 4, 2, 2, 0.25f));
    }

    /**
     * The expected values are of OpenCV 5.0 and Pillow 12.3: resized, then cropped as timm does.
     */
    @ParameterizedTest
    @CsvSource({
        "640, 427, BGR, BILINEAR, 46d100",
        "427, 640, RGB, BILINEAR, 3c672719",
        "100, 90, GREY, BILINEAR, 60c8ec84",
        "640, 427, BGR, ANTIALIAS, 70db73bd",
        "427, 640, BGR, ANTIALIAS, 17aa1f09",
        "3000, 40, BGR, ANTIALIAS, 20363d17"
    })
    void showsNoMoreThanTheCentre(
            int width, int height, ColorOrder color, ResizeFilter filter, String crc) {
        RasterSpec spec =
                new RasterSpec(
                        224, 224, Resize.CENTER_CROP, Anchor.TOP_LEFT, 0, color, 0.875, filter);

        Raster raster = ImageRaster.ofBgr(Noise.bgr(width, height), width, height, spec);

        assertThat(Noise.checksum(Noise.interleaved(raster))).isEqualTo(crc);
    }

    @Test
    void ordersColours() {
        byte[] bgr = {1, 2, 3};

        assertThat(one(bgr, ColorOrder.BGR)).containsExactly(1, 2, 3);
        assertThat(one(bgr, ColorOrder.RGB)).containsExactly(3, 2, 1);
        assertThat(one(new byte[] {(byte) 255, 0, 0}, ColorOrder.GREY)).containsExactly(29);
    }

    @Test
    void readsAPictureOfAnyKind() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff102030);

        Raster raster =
                ImageRaster.of(image, spec(1, 1, Resize.STRETCH, Anchor.TOP_LEFT, ColorOrder.BGR));

        assertThat(raster.data()).containsExactly(0x30, 0x20, 0x10);
    }

    private static byte[] one(byte[] bgr, ColorOrder color) {
        return ImageRaster.ofBgr(bgr, 1, 1, spec(1, 1, Resize.STRETCH, Anchor.TOP_LEFT, color))
                .data();
    }

    private static RasterSpec spec(
            int width, int height, Resize resize, Anchor anchor, ColorOrder color) {
        return new RasterSpec(width, height, resize, anchor, 114, color);
    }

    /** A picture with a single grey, whose samples must come through unchanged. */
    private static BufferedImage grey(int width, int height, int value) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, value);
        }
        return image;
    }

    private static byte[] rows(String... rows) {
        String all = String.join("", rows);
        byte[] bytes = new byte[all.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (all.charAt(i) == '█' ? 200 : 114);
        }
        return bytes;
    }
}
