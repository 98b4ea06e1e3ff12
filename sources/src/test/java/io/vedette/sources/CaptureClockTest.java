package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.CameraStatus.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:45:24.123456789Z");

    @Test
    void aLiveFrameWasCapturedWhenItArrivedToTheMicrosecond() {
        CaptureClock clock = CaptureClock.live(Duration.ofSeconds(10));

        assertThat(clock.stamp(Duration.ofHours(1), null, NOW))
                .isEqualTo("2026-11-23T06:45:24.123456Z");
    }

    @Test
    void timesRiseThoughTheMachinesClockIsSetBack() {
        CaptureClock clock = CaptureClock.live(Duration.ofSeconds(10));
        Instant first = clock.stamp(Duration.ZERO, null, NOW);

        Instant second = clock.stamp(Duration.ZERO, null, NOW.minusSeconds(3600));
        Instant third = clock.stamp(Duration.ZERO, null, NOW.minusSeconds(3600));

        assertThat(second).isEqualTo(first.plusNanos(1000));
        assertThat(third).isEqualTo(first.plusNanos(2000));
    }

    @Test
    void aFileFrameWasCapturedAtItsMediaTime() {
        CaptureClock clock = CaptureClock.file(Instant.EPOCH);

        assertThat(clock.stamp(Duration.ZERO, null, NOW)).isEqualTo(Instant.EPOCH);
        assertThat(clock.stamp(Duration.ofNanos(33_333_333), null, NOW))
                .isEqualTo("1970-01-01T00:00:00.033333Z");
    }

    @Test
    void aFileWithoutAStartBeginsWhenItsFirstFrameArrives() {
        CaptureClock clock = CaptureClock.file(null);
        clock.stamp(Duration.ZERO, null, NOW);

        assertThat(clock.stamp(Duration.ofSeconds(1), null, NOW.plusSeconds(9)))
                .isEqualTo("2026-11-23T06:45:25.123456Z");
    }

    @Test
    void aFileThatBeginsAgainGoesOnAtItsOwnPace() {
        CaptureClock clock = CaptureClock.file(Instant.EPOCH);
        clock.stamp(Duration.ZERO, null, NOW);
        clock.stamp(Duration.ofMillis(40), null, NOW);

        clock.restart();

        assertThat(clock.stamp(Duration.ZERO, null, NOW)).isEqualTo(Instant.EPOCH.plusMillis(80));
        assertThat(clock.stamp(Duration.ofMillis(40), null, NOW))
                .isEqualTo(Instant.EPOCH.plusMillis(120));
    }

    @Test
    void aLiveFrameWasCapturedWhenTheCameraSays() {
        CaptureClock clock = CaptureClock.live(Duration.ofSeconds(10));

        Instant captured = live(clock, NOW.minusMillis(300), NOW);

        assertThat(captured).isEqualTo("2026-11-23T06:45:23.823456Z");
        assertThat(clock.clock()).isEqualTo(Clock.CAMERA);
    }

    @Test
    void aClockThatIsFarOffIsNotBelieved() {
        CaptureClock clock = CaptureClock.live(Duration.ofSeconds(10));

        Instant captured = live(clock, NOW.plusSeconds(3600), NOW);

        assertThat(captured).isEqualTo(NOW.truncatedTo(ChronoUnit.MICROS));
        assertThat(clock.clock()).isEqualTo(Clock.ARRIVAL);
    }

    @Test
    void aStepBackIsWorkedOffAtHalfThePace() {
        CaptureClock clock = CaptureClock.live(Duration.ofSeconds(10));
        live(clock, null, NOW);
        List<Duration> steps = new ArrayList<>();
        Instant last = NOW.truncatedTo(ChronoUnit.MICROS);
        for (int i = 1; i <= 20; i++) {
            Instant arrived = NOW.plusMillis(100L * i);
            Instant captured = live(clock, arrived.minusMillis(500), arrived);
            steps.add(Duration.between(last, captured));
            last = captured;
        }

        assertThat(steps.subList(0, 9)).containsOnly(Duration.ofMillis(50));
        assertThat(steps.subList(11, 20)).containsOnly(Duration.ofMillis(100));
        assertThat(last).isEqualTo(NOW.plusMillis(1500).truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void framesWithTheSameTimeStillRise() {
        CaptureClock clock = CaptureClock.live(Duration.ofSeconds(10));
        Instant first = live(clock, NOW, NOW);

        Instant second = live(clock, NOW, NOW.plusMillis(40));
        Instant third = live(clock, NOW.plusMillis(40), NOW.plusMillis(40));

        assertThat(second).isEqualTo(first.plusMillis(20));
        assertThat(third).isEqualTo(first.plusMillis(40));
    }

    private static Instant live(CaptureClock clock, @Nullable Instant sent, Instant arrived) {
        return clock.stamp(Duration.ZERO, sent, arrived);
    }
}
