package io.vedette.operators.inference;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a process infers.
 *
 * @param engines how many it has; null for as many as the engine prefers
 * @param batch how elements are gathered
 * @param capacity how many elements may be in each subtask at once, and then its input waits; null
 *     for a batch in every engine and one more
 * @param timeout a run that takes longer is given up and its engine replaced; also the longest that
 *     an element waits for a model that is out of service
 * @param breaker when a model that fails is taken out of service
 */
public record InferenceSettings(
        @Nullable Integer engines,
        BatchSettings batch,
        @Nullable Integer capacity,
        Duration timeout,
        BreakerSettings breaker)
        implements Serializable {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    public InferenceSettings {
        if (engines != null && engines < 1) {
            throw new IllegalArgumentException(
                    "Inference engines must be positive but were %d.".formatted(engines));
        }
        if (capacity != null && capacity < 1) {
            throw new IllegalArgumentException(
                    "Inference capacity must be positive but was %d.".formatted(capacity));
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "Inference timeout must be above 0 but was %s.".formatted(timeout));
        }
    }

    /** What the engine prefers. */
    public static InferenceSettings defaults() {
        return of(BatchSettings.DEFAULTS);
    }

    /** With batches of the caller's choice. */
    public static InferenceSettings of(BatchSettings batch) {
        return new InferenceSettings(null, batch, null, DEFAULT_TIMEOUT, BreakerSettings.DEFAULTS);
    }

    int enginesFor(InferenceEngine<?, ?> first) {
        return engines == null ? Math.max(1, first.preferredEngines()) : engines;
    }

    public InferenceSettings withEngines(int number) {
        return new InferenceSettings(number, batch, capacity, timeout, breaker);
    }

    public InferenceSettings withCapacity(int elements) {
        return new InferenceSettings(engines, batch, elements, timeout, breaker);
    }

    public InferenceSettings withTimeout(Duration limit) {
        return new InferenceSettings(engines, batch, capacity, limit, breaker);
    }

    public InferenceSettings withBreaker(BreakerSettings newBreaker) {
        return new InferenceSettings(engines, batch, capacity, timeout, newBreaker);
    }
}
