package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arrivals are 40 ms apart; a camera that is well is 200 ms behind. */
class ReportedTimeTest {

    private static final Duration OFFSET = Duration.ofMillis(-200);

    private final ReportedTime time = new ReportedTime(Duration.ofSeconds(10));
    private Instant now = Instant.parse("2026-11-23T06:45:24Z");

    @Test
    void beforeTheFirstReportNothingIsKnown() {
        assertThat(frame(null)).isNull();
    }

    @Test
    void reportsOfAClockThatIsRightAreBelieved() {
        assertThat(offset(OFFSET)).isEqualTo(OFFSET);
    }

    @Test
    void reportsOutOfBoundsAreNotBelieved() {
        assertThat(offset(Duration.ofSeconds(11))).isNull();
        assertThat(offset(Duration.ofSeconds(-11))).isNull();
        assertThat(offset(Duration.ofSeconds(-9))).isEqualTo(Duration.ofSeconds(-9));
    }

    @Test
    void noClockIsBelievedWithoutABound() {
        ReportedTime never = new ReportedTime(Duration.ZERO);

        assertThat(never.of(now, now)).isNull();
    }

    @Test
    void aNewConnectionGoesOnWithTheOffsetBeforeItsFirstReport() {
        offset(OFFSET);

        assertThat(frame(null)).isEqualTo(now.plus(OFFSET));
    }

    @Test
    void timestampsThatJumpBackUntilTheNextReportChangeNothing() {
        offset(OFFSET);
        for (int i = 0; i < 125; i++) {
            assertThat(offset(Duration.ofSeconds(-9))).isEqualTo(OFFSET);
        }

        assertThat(offset(OFFSET)).isEqualTo(OFFSET);
    }

    @Test
    void timestampsThatJumpAheadUntilTheNextReportChangeNothing() {
        offset(OFFSET);
        for (int i = 0; i < 125; i++) {
            assertThat(offset(Duration.ofSeconds(3))).isEqualTo(OFFSET);
        }

        assertThat(offset(OFFSET)).isEqualTo(OFFSET);
    }

    @Test
    void aJumpThatStaysIsBelievedInTheEnd() {
        offset(OFFSET);
        Duration believed = OFFSET;
        for (int i = 0; i < 260; i++) {
            believed = offset(Duration.ofSeconds(-3));
        }

        assertThat(believed).isEqualTo(Duration.ofSeconds(-3));
    }

    @Test
    void aClockThatGoesFarOffIsGivenUpInTheEnd() {
        offset(OFFSET);
        Duration believed = OFFSET;
        for (int i = 0; i < 260; i++) {
            believed = offset(Duration.ofHours(1));
        }

        assertThat(believed).isNull();
        assertThat(offset(OFFSET)).isEqualTo(OFFSET);
    }

    @Test
    void picturesThatAreLateOnTheNetworkKeepTheirTime() {
        offset(OFFSET);
        Instant sent = now.plus(OFFSET);
        now = now.plusSeconds(4);
        for (int i = 0; i < 100; i++) {
            sent = sent.plusMillis(40);
            assertThat(time.of(sent, now)).isEqualTo(sent);
        }

        assertThat(offset(OFFSET)).isEqualTo(OFFSET);
    }

    @Test
    void aClockThatDriftsIsFollowed() {
        for (int i = 0; i < 10_000; i++) {
            Duration drifted = OFFSET.minusNanos(i * 20_000L);
            assertThat(offset(drifted)).isEqualTo(drifted);
        }

        Instant believed = frame(null);
        assertThat(Duration.between(now, believed))
                .isCloseTo(Duration.ofMillis(-400), Duration.ofMillis(1));
    }

    private @Nullable Instant frame(@Nullable Instant sent) {
        now = now.plusMillis(40);
        return time.of(sent, now);
    }

    /** What is believed of a picture that is so far ahead of its arrival. */
    private @Nullable Duration offset(Duration ahead) {
        now = now.plusMillis(40);
        Instant believed = time.of(now.plus(ahead), now);
        return believed == null ? null : Duration.between(now, believed);
    }
}
