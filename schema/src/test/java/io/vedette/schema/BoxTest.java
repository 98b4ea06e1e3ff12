package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void isClippedToItsFrame() {
        assertThat(Box.clipped(-5, 10, 700, 500, 640, 480)).isEqualTo(new Box(0, 10, 640, 470));
        assertThat(Box.clipped(700, 10, 800, 20, 640, 480)).isEqualTo(new Box(640, 10, 0, 10));
    }

    @Test
    void measuresOverlap() {
        Box box = new Box(0, 0, 10, 10);

        assertThat(box.iou(new Box(5, 0, 10, 10))).isCloseTo(1f / 3, within(1e-6f));
        assertThat(box.iou(box)).isEqualTo(1);
        assertThat(box.iou(new Box(10, 0, 10, 10))).isZero();
    }

    @Test
    void refusesWhatIsNoRectangle() {
        assertThatThrownBy(() -> new Box(0, 0, -1, 1)).hasMessageContaining("-1.0 x 1.0");
        assertThatThrownBy(() -> new Box(Float.NaN, 0, 1, 1)).hasMessageContaining("Box x");
    }
}
