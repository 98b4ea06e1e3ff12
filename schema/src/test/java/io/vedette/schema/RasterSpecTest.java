package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
        return new RasterSpec(416, 416, resize, anchor, 114, ColorOrder.BGR);
    }
}
