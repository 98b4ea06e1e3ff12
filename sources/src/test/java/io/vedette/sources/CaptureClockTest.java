package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaptureClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:45:24.123456789Z");

    @Test
    void aLiveFrameWasCapturedWhenItArrivedToTheMicrosecond() {
        CaptureClock clock = CaptureClock.live();

        assertThat(clock.stamp(Duration.ofHours(1), NOW)).isEqualTo("2026-11-23T06:45:24.123456Z");
    }

    @Test
    void timesRiseThoughTheMachinesClockIsSetBack() {
        CaptureClock clock = CaptureClock.live();
        Instant first = clock.stamp(Duration.ZERO, NOW);

        Instant second = clock.stamp(Duration.ZERO, NOW.minusSeconds(3600));
        Instant third = clock.stamp(Duration.ZERO, NOW.minusSeconds(3600));

        assertThat(second).isEqualTo(first.plusNanos(1000));
        assertThat(third).isEqualTo(first.plusNanos(2000));
    }

    @Test
    void aFileFrameWasCapturedAtItsMediaTime() {
        CaptureClock clock = CaptureClock.file(Instant.EPOCH);

        assertThat(clock.stamp(Duration.ZERO, NOW)).isEqualTo(Instant.EPOCH);
        assertThat(clock.stamp(Duration.ofNanos(33_333_333), NOW))
                .isEqualTo("1970-01-01T00:00:00.033333Z");
    }

    @Test
    void aFileWithoutAStartBeginsWhenItsFirstFrameArrives() {
        CaptureClock clock = CaptureClock.file(null);
        clock.stamp(Duration.ZERO, NOW);

        assertThat(clock.stamp(Duration.ofSeconds(1), NOW.plusSeconds(9)))
                .isEqualTo("2026-11-23T06:45:25.123456Z");
    }

    @Test
    void aFileThatBeginsAgainGoesOnAtItsOwnPace() {
        CaptureClock clock = CaptureClock.file(Instant.EPOCH);
        clock.stamp(Duration.ZERO, NOW);
        clock.stamp(Duration.ofMillis(40), NOW);

        clock.restart();

        assertThat(clock.stamp(Duration.ZERO, NOW)).isEqualTo(Instant.EPOCH.plusMillis(80));
        assertThat(clock.stamp(Duration.ofMillis(40), NOW))
                .isEqualTo(Instant.EPOCH.plusMillis(120));
    }
}
