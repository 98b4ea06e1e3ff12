package io.vedette.models.onnx;

import java.io.Serializable;

/**
 * How a network is run.
 *
 * @param intraOpThreads threads that share one run of the network
 * @param device what it runs on
 * @param gpu which GPU, and how much of it, where the device is one
 */
public record DetectorSettings(int intraOpThreads, Device device, Gpu gpu) implements Serializable {

    public DetectorSettings {
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException(
                    "Detector threads must be positive but were %d.".formatted(intraOpThreads));
        }
    }

    /** On the first GPU, without a limit to its memory, where the device is one. */
    public DetectorSettings(int intraOpThreads, Device device) {
        this(intraOpThreads, device, Gpu.FIRST);
    }

    /** The best device; on the processor one thread, since many detectors scale better. */
    public static DetectorSettings defaults() {
        return new DetectorSettings(1, Device.AUTO);
    }
}
