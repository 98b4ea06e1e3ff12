package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final Duration LEAST = Duration.ofSeconds(3);
    private static final Duration CHECK = Duration.ofSeconds(5);

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void lastsUntilHardlyAnythingIsCompiled() throws Exception {
        Deque<Long> compiled = new ArrayDeque<>(List.of(0L, 2000L, 2000L, 2101L, 2101L, 2201L));
        WarmUp warmUp = new WarmUp(LEAST, compiled::remove, CHECK);

        warmUp.run(pauses::add);

        assertThat(pauses).containsExactly(LEAST, CHECK, CHECK, CHECK);
    }

    @Test
    void endsAlsoWhereCompilingDoesNot() throws Exception {
        long[] compiled = {0};
        WarmUp warmUp = new WarmUp(LEAST, () -> compiled[0] += 1000, CHECK);

        warmUp.run(pauses::add);

        assertThat(pauses).hasSize(1 + 14); // of 5 s in 24 times 3 s
    }
}
