package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterSpecTest {

    @Test
    void letterboxesAWidePictureToTheTop() {
        Placement placement = spec(Resize.LETTERBOX, Anchor.TOP_LEFT).place(768, 432);

        assertThat(placement).isEqualTo(new Placement(0, 0, 416, 234, 416f / 768, 416f / 768));
    }

    @Test
    void letterboxesATallPictureToTheCentre() {
        Placement placement = spec(Resize.LETTERBOX, Anchor.CENTER).place(100, 200);

        assertThat(placement).isEqualTo(new Placement(104, 0, 208, 416, 2.08f, 2.08f));
    }

    @Test
    void stretchesBothAxes() {
        Placement placement = spec(Resize.STRETCH, Anchor.TOP_LEFT).place(832, 208);

        assertThat(placement).isEqualTo(new Placement(0, 0, 416, 416, 0.5f, 2f));
    }

    @Test
    void findsTheWayBackToTheSource() {
        Placement placement = spec(Resize.LETTERBOX, Anchor.CENTER).place(100, 200);

        assertThat(placement.sourceX(104)).isZero();
        assertThat(placement.sourceX(312)).isCloseTo(100, within(1e-4f));
        assertThat(placement.sourceY(416)).isCloseTo(200, within(1e-4f));
    }

    /** The extents are those of {@code LetterBox} of Ultralytics 8.4. */
    @ParameterizedTest
    @CsvSource({
        "640, 480, 416, 416, 0, 52, 416, 312",
        "427, 640, 416, 416, 69, 0, 278, 416",
        "333, 500, 416, 416, 69, 0, 277, 416",
        "768, 432, 416, 416, 0, 91, 416, 234",
        "333, 500, 640, 640, 107, 0, 426, 640",
        "333, 500, 640, 384, 192, 0, 256, 384",
        "5000, 3, 640, 384, 0, 191, 640, 1",
        "37, 640, 640, 384, 309, 0, 22, 384"
    })
    void letterboxesToTheCentreAsUltralyticsDoes(
            int sourceWidth,
            int sourceHeight,
            int width,
            int height,
            int left,
            int top,
            int placedWidth,
            int placedHeight) {
        RasterSpec spec = spec(width, height, Resize.LETTERBOX, Anchor.CENTER, 1);

        Placement placement = spec.place(sourceWidth, sourceHeight);

        assertThat(extent(placement)).containsExactly(left, top, placedWidth, placedHeight);
    }

    @Test
    void cutsTheExtentDownAtTheTopLeftAsYoloxDoes() {
        Placement placement = spec(Resize.LETTERBOX, Anchor.TOP_LEFT).place(427, 640);

        assertThat(extent(placement)).containsExactly(0, 0, 277, 416);
    }

    /** The extents are those of {@code transforms_imagenet_eval} of timm 1.0, torchvision 0.29. */
    @ParameterizedTest
    @CsvSource({
        "640, 480, 224, 224, 0.875, -58, -16, 341, 256",
        "427, 640, 224, 224, 0.875, -16, -80, 256, 383",
        "100, 3000, 224, 224, 0.875, -16, -3728, 256, 7680",
        "1920, 1080, 224, 224, 0.95, -96, -6, 417, 235",
        "427, 640, 288, 288, 1.0, 0, -72, 288, 431",
        "640, 480, 224, 224, 0.8, -74, -28, 373, 280",
        "427, 640, 192, 256, 0.9, -10, -32, 213, 319",
        "1920, 1080, 192, 256, 0.9, -156, -14, 505, 284"
    })
    void cropsTheCentreAsTimmDoes(
            int sourceWidth,
            int sourceHeight,
            int width,
            int height,
            double crop,
            int left,
            int top,
            int placedWidth,
            int placedHeight) {
        RasterSpec spec = spec(width, height, Resize.CENTER_CROP, Anchor.TOP_LEFT, crop);

        Placement placement = spec.place(sourceWidth, sourceHeight);

        assertThat(extent(placement)).containsExactly(left, top, placedWidth, placedHeight);
    }

    @Test
    void findsTheWayBackFromACrop() {
        RasterSpec spec = spec(224, 224, Resize.CENTER_CROP, Anchor.TOP_LEFT, 0.875);

        Placement placement = spec.place(640, 480);

        assertThat(placement.sourceX(0)).isCloseTo(58 * 640f / 341, within(1e-3f));
        assertThat(placement.sourceX(112)).isCloseTo(320, within(1f));
        assertThat(placement.sourceY(224)).isCloseTo(240 * 480f / 256, within(1e-3f));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.01", "NaN"})
    void refusesACropThatIsNoFraction(double crop) {
        assertThatThrownBy(() -> spec(8, 8, Resize.CENTER_CROP, Anchor.TOP_LEFT, crop))
                .hasMessage("Raster crop must be above 0 and at most 1 but was " + crop + ".");
    }

    @Test
    void neverShrinksAPictureToNothing() {
        Placement placement = spec(Resize.LETTERBOX, Anchor.TOP_LEFT).place(10_000, 1);

        assertThat(placement.height()).isEqualTo(1);
    }

    @Test
    void refusesARasterOfTheWrongSize() {
        Placement placement = Examples.SPEC.place(8, 4);

        assertThatThrownBy(() -> new Raster(4, 2, ColorOrder.BGR, placement, new byte[23]))
                .hasMessage("A 4 x 2 BGR raster must have 24 bytes but had 23.");
    }

    private static RasterSpec spec(Resize resize, Anchor anchor) {
        return spec(416, 416, resize, anchor, 1);
    }

    private static RasterSpec spec(
            int width, int height, Resize resize, Anchor anchor, double crop) {
        return new RasterSpec(
                width, height, resize, anchor, 114, ColorOrder.BGR, crop, ResizeFilter.BILINEAR);
    }

    private static int[] extent(Placement placement) {
        return new int[] {placement.left(), placement.top(), placement.width(), placement.height()};
    }
}
