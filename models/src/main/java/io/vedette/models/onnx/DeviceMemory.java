package io.vedette.models.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Locale;

/** Tells runs that failed for want of memory from others. */
public final class DeviceMemory {

    /**
     * In lower case: the library's arena, CUDA itself ({@code cudaErrorMemoryAllocation}), cuBLAS
     * and cuDNN in their two ways of saying it, TensorRT, and C++. The library has no error code
     * for it.
     */
    private static final List<String> SAYINGS =
            List.of(
                    "failed to allocate memory",
                    "is smaller than requested bytes of",
                    "out of memory",
                    "alloc_failed",
                    "allocation_failed",
                    "resource allocation failed",
                    "outofmemory",
                    "bad_alloc");

    private DeviceMemory() {}

    /** Whether a run failed since the device had too little memory for it. */
    public static boolean isExhausted(OrtException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return SAYINGS.stream().anyMatch(message::contains);
    }
}
