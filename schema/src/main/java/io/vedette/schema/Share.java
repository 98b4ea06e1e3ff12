package io.vedette.schema;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a camera gets where not all frames can be inferred: a higher priority goes strictly first,
 * and cameras of one priority are served in proportion to their weights. While there is enough for
 * all it changes nothing.
 *
 * @param priority in [-100, 100]
 * @param weight in (0, 1000]
 */
public record Share(int priority, double weight) implements Serializable {

    /** That of a camera of which nothing is said. */
    public static final Share EQUAL = new Share(0, 1);

    private static final int MAX_PRIORITY = 100;
    private static final double MAX_WEIGHT = 1000;

    public Share {
        require("Share", priority, weight);
    }

    /** The share of a camera; null means the same as for all others. */
    static Share of(String camera, @Nullable Integer priority, @Nullable Double weight) {
        int givenPriority = priority == null ? EQUAL.priority : priority;
        double givenWeight = weight == null ? EQUAL.weight : weight;
        require("Camera '%s'".formatted(camera), givenPriority, givenWeight);
        return new Share(givenPriority, givenWeight);
    }

    private static void require(String subject, int priority, double weight) {
        if (priority < -MAX_PRIORITY || priority > MAX_PRIORITY) {
            throw new IllegalArgumentException(
                    "%s: priority must be in [-100, 100] but was %d.".formatted(subject, priority));
        }
        if (!(weight > 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException(
                    "%s: weight must be in (0, 1000] but was %s.".formatted(subject, weight));
        }
    }
}
