package io.vedette.models.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.util.Set;

/** Brings the settings of a session and a device together, the way the device wants it. */
final class ExecutionProvider {

    private ExecutionProvider() {}

    /** Whether this build of ONNX Runtime has what a device needs. */
    static boolean isBuiltIn(Device device, Set<OrtProvider> providers) {
        return switch (device) {
            case CPU -> true;
            case CUDA -> providers.contains(OrtProvider.CUDA);
            case TENSORRT -> providers.contains(OrtProvider.TENSOR_RT);
            case OPENVINO -> providers.contains(OrtProvider.OPEN_VINO);
            case AUTO -> false;
        };
    }

    /**
     * Asks for a device. What it cannot run goes to the CPU.
     *
     * @throws OrtException if its libraries or its hardware are missing
     */
    static void add(Device device, Gpu gpu, SessionOptions options) throws OrtException {
        switch (device) {
            case CUDA -> addCuda(gpu, options);
            case TENSORRT -> addTensorRt(gpu, options);
            case OPENVINO -> options.addOpenVINO("");
            case CPU -> options.addCPU(true);
            case AUTO -> throw new IllegalArgumentException("AUTO is no device.");
        }
    }

    /**
     * The arena grows by what is asked for and not by powers of two, and convolutions are chosen by
     * a heuristic: batches come in many sizes, and an exhaustive search would run for each.
     */
    private static void addCuda(Gpu gpu, SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(gpu.index())) {
            if (gpu.isLimited()) {
                cuda.add("gpu_mem_limit", Long.toString(gpu.memoryLimit()));
            }
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            options.addCUDA(cuda);
        }
    }

    /** Layers that TensorRT does not know run on CUDA. */
    private static void addTensorRt(Gpu gpu, SessionOptions options) throws OrtException {
        try (OrtTensorRTProviderOptions engine = new OrtTensorRTProviderOptions(gpu.index())) {
            options.addTensorrt(engine);
        }
        addCuda(gpu, options);
    }
}
