package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(new Pauses(Duration.ofMillis(500), Duration.ofSeconds(3)), new Random(1));

    @Test
    void doublesUpToTheMaximumAndIsShortenedByAFifthAtMost() {
        List<Long> full = List.of(500L, 1000L, 2000L, 3000L, 3000L);

        List<Long> pauses =
                Stream.generate(backoff::next).limit(5).map(Duration::toMillis).toList();

        for (int i = 0; i < full.size(); i++) {
            assertThat(pauses.get(i)).isBetween(full.get(i) * 8 / 10, full.get(i));
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        backoff.next();
        backoff.next();

        backoff.succeeded();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
