package io.vedette.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesGrowTwofoldUpToTheLongest() {
        Backoff backoff = new Backoff(6, Duration.ofMillis(100), Duration.ofMillis(500));

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(backoff::after).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 500L, 500L);
    }

    @Test
    void allowsAsManyAttemptsAsConfigured() {
        Backoff backoff = new Backoff(2, Duration.ZERO, Duration.ZERO);

        assertThat(backoff.allowsAnother(1)).isTrue();
        assertThat(backoff.allowsAnother(2)).isFalse();
    }
}
