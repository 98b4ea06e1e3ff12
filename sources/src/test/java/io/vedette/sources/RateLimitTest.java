package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void admitsAllWithoutALimit() {
        assertThat(admitted(null, 0, 1, 2, 3)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void admitsOneFrameForEachBeat() {
        assertThat(admitted(5.0, 0, 80, 160, 240, 320, 400, 480, 560))
                .containsExactly(0L, 160L, 400L, 560L);
    }

    @Test
    void admitsEveryFrameOfACameraThatIsUnevenButNotTooFast() {
        assertThat(admitted(5.0, 0, 190, 410, 590, 800)).hasSize(5);
    }

    @Test
    void beginsAnewAfterAPause() {
        assertThat(admitted(5.0, 0, 5000, 5040, 5080, 5120, 5200))
                .containsExactly(0L, 5000L, 5200L);
    }

    private static List<Long> admitted(Double framesPerSecond, long... millis) {
        RateLimit limit = RateLimit.of(framesPerSecond);
        return LongStream.of(millis)
                .filter(time -> limit.admits(Instant.ofEpochMilli(time)))
                .boxed()
                .toList();
    }
}
