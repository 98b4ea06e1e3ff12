package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void itIsExactWhateverTheRate() {
        Load load = Load.near(124, 10);

        assertThat(load.cameras()).isEqualTo(12);
        assertThat(load.total()).isCloseTo(124, within(1e-9));
    }

    @Test
    void thereIsAlwaysACamera() {
        assertThat(Load.near(2, 25)).isEqualTo(new Load(1, 2));
    }

    @Test
    void itGrowsByCamerasOfTheSameRate() {
        Load load = new Load(12, 10);

        assertThat(load.atLeast(120)).isEqualTo(load);
        assertThat(load.atLeast(121)).isEqualTo(new Load(13, 10));
        assertThat(load.atLeast(465)).isEqualTo(new Load(47, 10));
    }

    @Test
    void noCamerasAreRefused() {
        assertThatThrownBy(() -> Load.ofCameras(100, 0))
                .hasMessage("Load: cameras must be at least 1 but were 0.");
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> Load.ofCameras(0, 3))
                .hasMessage("Load: frames per second must be more than 0 but were 0.0.");
    }
}
