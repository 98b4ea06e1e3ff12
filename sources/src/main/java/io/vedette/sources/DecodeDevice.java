package io.vedette.sources;

/** What decodes the video of cameras. */
public enum DecodeDevice {
    /** The first of cuda and vaapi that the machine has, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** NVDEC of an NVIDIA GPU. */
    CUDA,
    /** Intel and AMD GPUs under Linux. */
    VAAPI,
    /** Intel Quick Sync. */
    QSV,
    /** Vulkan Video. */
    VULKAN
}
