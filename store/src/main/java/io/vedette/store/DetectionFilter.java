package io.vedette.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which detections are wanted; null means all.
 *
 * @param camera seen by this camera
 * @param label of this class
 * @param minConfidence at least this sure, in [0, 1]
 * @param from captured at this instant or later
 * @param to captured before this instant
 * @param model seen by the model of this name
 */
public record DetectionFilter(
        @Nullable String camera,
        @Nullable String label,
        @Nullable Float minConfidence,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String model) {

    /** Every detection. */
    public static final DetectionFilter ALL =
            new DetectionFilter(null, null, null, null, null, null);

    public DetectionFilter {
        if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "Filter minConfidence must be in [0, 1] but was %s.".formatted(minConfidence));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "Filter from must be before to but was %s and %s.".formatted(from, to));
        }
    }
}
