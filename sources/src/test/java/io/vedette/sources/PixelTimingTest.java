package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PixelTimingTest {

    private final PixelBudget budget = new PixelBudget(0);
    private final PixelTiming timing = new PixelTiming(budget);

    @Test
    void beginsWithPixelsAtOnce() {
        assertThat(timing.atOnce(false, 0)).isTrue();
    }

    @Test
    void leavesThemWhereAFrameWouldBeReplaced() {
        assertThat(timing.atOnce(true, 0)).isFalse();
    }

    @Test
    void leavesThemUntilEightFramesInARowHaveReplacedNone() {
        timing.replaced();
        timing.taken();
        for (int i = 0; i < 8; i++) {
            assertThat(timing.atOnce(false, 0)).isFalse();
            timing.taken();
        }

        assertThat(timing.atOnce(false, 0)).isTrue();
    }

    @Test
    void theReaderMakesNoMoreThanItHasTimeFor() {
        budget.spend(Duration.ofMillis(250).toNanos(), 0);

        assertThat(timing.atOnce(true, 0)).isTrue();
        assertThat(timing.atOnce(true, 4)).isFalse();
    }

    @Test
    void theReaderHasAQuarterOfItsTime() {
        long second = Duration.ofSeconds(1).toNanos();
        long spent = 0;
        for (long now = 0; now < 100 * second; now += second / 100) {
            if (budget.isLeft(now)) {
                budget.spend(second / 50, now);
                spent += second / 50;
            }
        }

        assertThat(spent).isBetween(25 * second, 25 * second + second / 2);
    }

    @Test
    void theCamerasThreadTriesOnceAfterPixelsCouldNotBeMade() {
        timing.replaced();
        timing.taken();
        timing.failed();

        assertThat(timing.atOnce(true, 0)).isTrue();
        assertThat(timing.atOnce(true, 0)).isFalse();
    }
}
