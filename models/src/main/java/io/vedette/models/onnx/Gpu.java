package io.vedette.models.onnx;

import java.io.Serializable;

/**
 * A GPU, as far as a network may use it.
 *
 * @param index which of the machine's GPUs, from 0
 * @param memoryLimit bytes that the arena of one session may take, apart from what CUDA itself and
 *     its libraries take; {@link #NO_LIMIT} for all there is
 */
public record Gpu(int index, long memoryLimit) implements Serializable {

    public static final long NO_LIMIT = 0;

    /** All of the first. */
    public static final Gpu FIRST = new Gpu(0, NO_LIMIT);

    public Gpu {
        if (index < 0) {
            throw new IllegalArgumentException(
                    "GPU index must not be negative but was %d.".formatted(index));
        }
        if (memoryLimit < 0) {
            throw new IllegalArgumentException(
                    "GPU memory limit must not be negative but was %d bytes."
                            .formatted(memoryLimit));
        }
    }

    boolean isLimited() {
        return memoryLimit != NO_LIMIT;
    }
}
