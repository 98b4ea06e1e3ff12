package io.vedette.models.onnx;

import java.util.Locale;

/** What a network may be asked to run on. */
public enum Device {
    /** The fastest that the machine and the library offer: CUDA, else OpenVINO, else the CPU. */
    AUTO,
    /** The processor; always there. */
    CPU,
    /** An NVIDIA GPU. */
    CUDA,
    /** An NVIDIA GPU, with an engine that is built for the model when it is loaded. */
    TENSORRT,
    /** Intel's runtime, for its processors and GPUs. */
    OPENVINO;

    /** The name in options and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
