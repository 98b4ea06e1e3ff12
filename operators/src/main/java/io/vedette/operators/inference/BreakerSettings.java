package io.vedette.operators.inference;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a model that fails is taken out of service.
 *
 * @param failures so many elements in a row, with no other result between them
 * @param firstPause until it is tried again, with one element; doubled by every attempt that fails
 * @param maxPause the longest pause
 */
public record BreakerSettings(int failures, Duration firstPause, Duration maxPause)
        implements Serializable {

    public static final BreakerSettings DEFAULTS =
            new BreakerSettings(10, Duration.ofSeconds(1), Duration.ofSeconds(30));

    public BreakerSettings {
        if (failures < 1) {
            throw new IllegalArgumentException(
                    "Breaker failures must be positive but were %d.".formatted(failures));
        }
        if (firstPause.isNegative() || firstPause.isZero() || maxPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Breaker pauses must be above 0 and rise but were %s and %s."
                            .formatted(firstPause, maxPause));
        }
    }
}
