package io.vedette.operators;

import java.io.Serializable;
import java.time.Duration;

/**
 * How elements are gathered into batches.
 *
 * @param maxSize the largest batch, at least 1
 * @param maxDelay how long the first element of a batch may wait for others; zero means not at all
 * @param capacity how many elements may be in the operator at once, at least {@code maxSize}; when
 *     it is full, the input is backpressured
 */
public record BatchSettings(int maxSize, Duration maxDelay, int capacity) implements Serializable {

    public BatchSettings {
        if (maxSize < 1) {
            throw new IllegalArgumentException(
                    "Batch maxSize must be positive but was %d.".formatted(maxSize));
        }
        if (maxDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "Batch maxDelay must not be negative but was %s.".formatted(maxDelay));
        }
        if (capacity < maxSize) {
            throw new IllegalArgumentException(
                    "Batch capacity must be at least maxSize %d but was %d."
                            .formatted(maxSize, capacity));
        }
    }

    /** Room for one batch that runs and one that gathers meanwhile. */
    public static BatchSettings of(int maxSize, Duration maxDelay) {
        return new BatchSettings(maxSize, maxDelay, 2 * maxSize);
    }

    /** The same settings for a model that takes no more than {@code limit} elements at once. */
    BatchSettings limitedTo(int limit) {
        if (limit >= maxSize) {
            return this;
        }
        return new BatchSettings(limit, maxDelay, Math.max(limit, Math.min(capacity, 2 * limit)));
    }
}
