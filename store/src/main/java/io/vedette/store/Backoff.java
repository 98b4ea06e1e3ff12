package io.vedette.store;

import java.time.Duration;

/**
 * How often something is tried and how long the pauses between grow.
 *
 * @param attempts how often in all, at least once
 * @param first the pause after the first failure; each further one is twice as long
 * @param longest the limit of a pause
 */
record Backoff(int attempts, Duration first, Duration longest) {

    /** About twelve seconds in all, beside the time the attempts themselves take. */
    static final Backoff DEFAULT = new Backoff(8, Duration.ofMillis(100), Duration.ofSeconds(5));

    /** For what is soon out of date: one lost connection or conflict is made good, no more. */
    static final Backoff ONCE_MORE = new Backoff(2, Duration.ofMillis(100), Duration.ofMillis(100));

    boolean allowsAnother(int attempt) {
        return attempt < attempts;
    }

    /** The pause after the given failed attempt, counted from 1. */
    Duration after(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
