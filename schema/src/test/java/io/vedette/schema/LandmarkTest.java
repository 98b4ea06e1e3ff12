package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LandmarkTest {

    @Test
    void mayLieOutsideTheFrame() {
        assertThat(new Landmark(-3, 1e6f).x()).isEqualTo(-3);
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThatThrownBy(() -> new Landmark(Float.NaN, 0)).hasMessageContaining("Landmark x");
        assertThatThrownBy(() -> new Landmark(0, Float.POSITIVE_INFINITY))
                .hasMessage("Landmark y must be a finite number but was Infinity.");
    }
}
