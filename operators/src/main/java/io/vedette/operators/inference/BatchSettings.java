package io.vedette.operators.inference;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How elements are gathered into batches.
 *
 * @param maxSize the largest batch; null for what the engine prefers
 * @param maxPerKey the most elements of one key in a batch; null for any number
 * @param maxDelay how long an element waits for others while its device is busy with another batch;
 *     an idle device takes at once what is there
 */
public record BatchSettings(
        @Nullable Integer maxSize, @Nullable Integer maxPerKey, Duration maxDelay)
        implements Serializable {

    /** What the engine prefers. */
    public static final BatchSettings DEFAULTS =
            new BatchSettings(null, null, Duration.ofMillis(5));

    public BatchSettings {
        requirePositive("maxSize", maxSize);
        requirePositive("maxPerKey", maxPerKey);
        if (maxDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "Batch maxDelay must not be negative but was %s.".formatted(maxDelay));
        }
    }

    /** Batches of any keys. */
    public static BatchSettings of(int maxSize, Duration maxDelay) {
        return new BatchSettings(maxSize, null, maxDelay);
    }

    int sizeFor(InferenceEngine<?, ?> engine) {
        int wanted = maxSize == null ? engine.preferredBatchSize() : maxSize;
        return Math.max(1, Math.min(wanted, engine.maxBatchSize()));
    }

    int perKey() {
        return maxPerKey == null ? Integer.MAX_VALUE : maxPerKey;
    }

    private static void requirePositive(String name, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(
                    "Batch %s must be positive but was %d.".formatted(name, value));
        }
    }
}
