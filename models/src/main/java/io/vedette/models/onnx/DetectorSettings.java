package io.vedette.models.onnx;

import java.io.Serializable;

/**
 * How a network is run.
 *
 * @param intraOpThreads threads that share one run of the network
 * @param device what it runs on
 */
public record DetectorSettings(int intraOpThreads, Device device) implements Serializable {

    public DetectorSettings {
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException(
                    "Detector threads must be positive but were %d.".formatted(intraOpThreads));
        }
    }

    /** The best device; on the processor one thread, since many detectors scale better. */
    public static DetectorSettings defaults() {
        return new DetectorSettings(1, Device.AUTO);
    }
}
