package io.vedette.sources;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from attempt to attempt up to a maximum. Each is shortened at random by up to
 * a fifth, so that cameras that failed together do not all come back at once.
 */
final class Backoff {

    private static final double JITTER = 0.2;

    private final Pauses pauses;
    private final RandomGenerator random;
    private Duration next;

    Backoff(Pauses pauses, RandomGenerator random) {
        this.pauses = pauses;
        this.random = random;
        this.next = pauses.initial();
    }

    /** The pause before the next attempt. */
    Duration next() {
        double share = 1 - JITTER * random.nextDouble();
        Duration pause = Duration.ofNanos((long) (next.toNanos() * share));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(pauses.max()) < 0 ? doubled : pauses.max();
        return pause;
    }

    void succeeded() {
        next = pauses.initial();
    }
}
