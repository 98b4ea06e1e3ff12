package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Times in these tests are milliseconds; pictures come 25 to the second. */
class BurstLagTest {

    private final BurstLag lag = new BurstLag();
    private long media;
    private long now;

    @Test
    void aSteadyStreamDoesNotLag() {
        assertThat(play(1000, 40, 40)).isZero();
    }

    @Test
    void whatWasHeldUpLagsUntilTheBurstIsOver() {
        play(10, 40, 40);

        assertThat(frame(40, 4040)).isEqualTo(4000);
        assertThat(play(50, 40, 1)).isEqualTo(4000 - 50 * 39);
        assertThat(play(60, 40, 1)).isZero();
        assertThat(play(100, 40, 40)).isZero();
    }

    @Test
    void gapsAddUpWhileNothingIsMadeUpFor() {
        play(10, 40, 40);

        frame(40, 3040);
        assertThat(frame(40, 3040)).isEqualTo(6000);
    }

    @Test
    void picturesThatTheCameraDroppedMeanwhileDoNotLag() {
        play(10, 40, 40);

        assertThat(frame(4000, 4000)).isZero();
    }

    @Test
    void aCameraThatPausedIsFreshAgainAfterHalfASecond() {
        play(10, 40, 40);

        assertThat(frame(40, 9040)).isEqualTo(9000);
        assertThat(play(12, 40, 40)).isEqualTo(9000);
        assertThat(play(1, 40, 40)).isZero();
    }

    @Test
    void aClockThatRunsSlowMakesNothingOld() {
        assertThat(play(100_000, 39, 40)).isZero();
    }

    @Test
    void timestampsThatJumpMakeNothingOld() {
        play(10, 40, 40);

        assertThat(frame(-10_000, 40)).isZero();
        assertThat(play(10, 40, 40)).isZero();
        assertThat(frame(60_000, 40)).isZero();
        assertThat(play(10, 40, 40)).isZero();
    }

    @Test
    void anotherConnectionHasNoPast() {
        play(10, 40, 40);
        frame(40, 4040);

        lag.restart();

        assertThat(frame(40, 40)).isZero();
    }

    private long play(int frames, long mediaStep, long arrivalStep) {
        long last = 0;
        for (int i = 0; i < frames; i++) {
            last = frame(mediaStep, arrivalStep);
        }
        return last;
    }

    private long frame(long mediaStep, long arrivalStep) {
        media += mediaStep;
        now += arrivalStep;
        return lag.of(Duration.ofMillis(media), Duration.ofMillis(now).toNanos()).toMillis();
    }
}
