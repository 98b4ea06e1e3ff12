package io.vedette.sources;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from attempt to attempt up to a maximum. Each is shortened at random by up to
 * a fifth, so that cameras that failed together do not all come back at once.
 */
final class Backoff {

    private static final double JITTER = 0.2;

    private final Duration initial;
    private final Duration max;
    private final RandomGenerator random;
    private Duration next;
    private Duration last = Duration.ZERO;
    private boolean steady;
    private int attempt;

    Backoff(Duration initial, Duration max, RandomGenerator random) {
        this.initial = initial;
        this.max = max;
        this.random = random;
        this.next = initial;
    }

    /** The pause before the next attempt. */
    Duration next() {
        steady = next.equals(last);
        last = next;
        double share = 1 - JITTER * random.nextDouble();
        Duration pause = Duration.ofNanos((long) (next.toNanos() * share));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(max) < 0 ? doubled : max;
        attempt++;
        return pause;
    }

    /** How many pauses there were since the last success. */
    int attempt() {
        return attempt;
    }

    /** Whether the last pause had stopped growing. */
    boolean steady() {
        return steady;
    }

    void succeeded() {
        next = initial;
        last = Duration.ZERO;
        attempt = 0;
    }
}
