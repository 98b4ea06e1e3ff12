package io.vedette.sources;

import java.io.Serializable;
import java.time.Duration;

/**
 * Pauses between attempts, which double from a first to a longest one.
 *
 * @param initial the first
 * @param max the longest
 */
public record Pauses(Duration initial, Duration max) implements Serializable {

    public Pauses {
        if (initial.isNegative() || initial.isZero()) {
            throw new IllegalArgumentException(
                    "Initial delay of reconnecting must be positive but was %s."
                            .formatted(initial));
        }
        if (max.compareTo(initial) < 0) {
            throw new IllegalArgumentException(
                    "Maximum delay of reconnecting must be at least the initial delay %s but was %s."
                            .formatted(initial, max));
        }
    }
}
