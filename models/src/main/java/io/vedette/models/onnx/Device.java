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

    /** Whether it has memory of its own that everything must be brought to. */
    public boolean isGpu() {
        return this == CUDA || this == TENSORRT;
    }

    /** Frames that are worth a common run: a GPU is idle with one, a processor gains nothing. */
    public int preferredBatch() {
        return isGpu() ? 16 : 1;
    }
}
