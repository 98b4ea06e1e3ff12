package io.vedette.models.onnx;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How TensorRT builds its engines.
 *
 * @param halfPrecision whether it may compute with 16-bit floats where that is faster
 * @param cache the folder that keeps engines and timings for the next load; null to build them anew
 *     each time. Engines are of one GPU, driver and version of TensorRT
 */
public record TensorRt(boolean halfPrecision, @Nullable String cache) implements Serializable {

    /** With 16-bit floats, and nothing kept. */
    public static final TensorRt DEFAULT = new TensorRt(true, null);

    public TensorRt {
        if (cache != null && cache.isBlank()) {
            throw new IllegalArgumentException(
                    "TensorRT cache must name a folder but was '%s'.".formatted(cache));
        }
    }
}
