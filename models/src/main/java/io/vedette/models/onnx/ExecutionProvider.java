package io.vedette.models.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
    static void add(Device device, DetectorSettings settings, SessionOptions options)
            throws OrtException {
        switch (device) {
            case CUDA -> addCuda(settings.gpu(), options);
            case TENSORRT -> addTensorRt(settings, options);
            case OPENVINO -> options.addOpenVINO("");
            case CPU -> options.addCPU(true);
            case AUTO -> throw new IllegalArgumentException("AUTO is no device.");
        }
    }

    private static void addCuda(Gpu gpu, SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(gpu.index())) {
            for (Map.Entry<String, String> option : cudaOptions(gpu).entrySet()) {
                cuda.add(option.getKey(), option.getValue());
            }
            options.addCUDA(cuda);
        }
    }

    /**
     * The arena grows by what is asked for and not by powers of two, and convolutions are chosen by
     * a heuristic: batches come in many sizes, and an exhaustive search would run for each.
     */
    static Map<String, String> cudaOptions(Gpu gpu) {
        Map<String, String> options = new TreeMap<>();
        if (gpu.isLimited()) {
            options.put("gpu_mem_limit", Long.toString(gpu.memoryLimit()));
        }
        options.put("arena_extend_strategy", "kSameAsRequested");
        options.put("cudnn_conv_algo_search", "HEURISTIC");
        options.put("use_tf32", "1");
        return options;
    }

    /** Layers that TensorRT does not know run on CUDA. */
    private static void addTensorRt(DetectorSettings settings, SessionOptions options)
            throws OrtException {
        Gpu gpu = settings.gpu();
        try (OrtTensorRTProviderOptions engine = new OrtTensorRTProviderOptions(gpu.index())) {
            for (Map.Entry<String, String> option :
                    tensorRtOptions(settings.tensorRt()).entrySet()) {
                engine.add(option.getKey(), option.getValue());
            }
            options.addTensorrt(engine);
        }
        addCuda(gpu, options);
    }

    /** Timings are kept beside the engines: they shorten the build for another batch or model. */
    static Map<String, String> tensorRtOptions(TensorRt engine) {
        Map<String, String> options = new TreeMap<>();
        options.put("trt_fp16_enable", engine.halfPrecision() ? "1" : "0");
        String cache = engine.cache();
        options.put("trt_engine_cache_enable", cache == null ? "0" : "1");
        options.put("trt_timing_cache_enable", cache == null ? "0" : "1");
        if (cache != null) {
            options.put("trt_engine_cache_path", cache);
            options.put("trt_timing_cache_path", cache);
        }
        return options;
    }
}
