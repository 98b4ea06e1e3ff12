package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

    @Test
    void theSameForAllIsOne() {
        assertThat(Fairness.jain(List.of(7L, 7L, 7L))).isEqualTo(1);
    }

    @Test
    void everythingForOneOfFourIsAQuarter() {
        assertThat(Fairness.jain(List.of(0L, 12L, 0L, 0L))).isEqualTo(0.25);
    }

    @Test
    void itIsBetweenForTheRest() {
        assertThat(Fairness.jain(List.of(1L, 2L, 3L))).isCloseTo(36. / 42, within(1e-12));
    }

    @Test
    void nothingForAnybodyIsFair() {
        assertThat(Fairness.jain(List.of(0L, 0L))).isEqualTo(1);
    }
}
