package io.vedette.sources;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Thins frames to a rate. A frame may come up to a quarter of the interval before its beat, so
 * frames that come as often as allowed, but not quite evenly, all pass.
 *
 * <p>Used by one thread.
 */
final class RateLimit {

    private final Duration interval;
    private @Nullable Instant beat;

    private RateLimit(Duration interval) {
        this.interval = interval;
    }

    /** A limit in frames per second; null means none. */
    static RateLimit of(@Nullable Double framesPerSecond) {
        return new RateLimit(
                framesPerSecond == null
                        ? Duration.ZERO
                        : Duration.ofNanos(Math.round(1e9 / framesPerSecond)));
    }

    boolean admits(Instant capturedAt) {
        Instant due = beat == null ? capturedAt : beat;
        if (capturedAt.isBefore(due.minus(interval.dividedBy(4)))) {
            return false;
        }
        boolean late = capturedAt.isAfter(due.plus(interval));
        beat = (late ? capturedAt : due).plus(interval);
        return true;
    }
}
