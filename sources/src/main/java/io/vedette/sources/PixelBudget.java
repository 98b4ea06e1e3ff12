package io.vedette.sources;

import java.time.Duration;

/**
 * Lets a reader make pixels for at most a quarter of its time, so that it always has most of it for
 * handing frames on. A quarter of a second may be saved up. Safe for any threads.
 */
final class PixelBudget {

    private static final int PART = 4;
    private static final long MOST = Duration.ofMillis(250).toNanos();

    private long saved = MOST;
    private long asOf;

    PixelBudget(long now) {
        asOf = now;
    }

    /** The reader spent so many nanoseconds until now. */
    synchronized void spend(long nanos, long now) {
        earn(now);
        saved -= nanos;
    }

    /** Whether it may spend more. */
    synchronized boolean isLeft(long now) {
        earn(now);
        return saved > 0;
    }

    private void earn(long now) {
        saved = Math.min(MOST, saved + Math.max(0, now - asOf) / PART);
        asOf = now;
    }
}
