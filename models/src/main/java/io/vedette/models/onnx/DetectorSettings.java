package io.vedette.models.onnx;

import java.io.Serializable;

/**
 * How a network is run.
 *
 * @param intraOpThreads threads that share one run of the network
 * @param device what it runs on
 * @param gpu which GPU, and how much of it, where the device is one
 * @param preprocessing where bytes become numbers
 * @param batch frames that are best given to one run; {@link #BEST_BATCH} for what suits the device
 * @param tensorRt how engines are built where the device is TensorRT
 */
public record DetectorSettings(
        int intraOpThreads,
        Device device,
        Gpu gpu,
        Preprocessing preprocessing,
        int batch,
        TensorRt tensorRt)
        implements Serializable {

    public static final int BEST_BATCH = 0;

    public DetectorSettings {
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException(
                    "Detector threads must be positive but were %d.".formatted(intraOpThreads));
        }
        if (batch < 0) {
            throw new IllegalArgumentException(
                    "Detector batch must not be negative but was %d.".formatted(batch));
        }
    }

    /** With what suits the device. */
    public DetectorSettings(int intraOpThreads, Device device, Gpu gpu) {
        this(intraOpThreads, device, gpu, Preprocessing.AUTO, BEST_BATCH, TensorRt.DEFAULT);
    }

    /** On the first GPU, without a limit to its memory, where the device is one. */
    public DetectorSettings(int intraOpThreads, Device device) {
        this(intraOpThreads, device, Gpu.FIRST);
    }

    /** The best device; on the processor one thread, since many detectors scale better. */
    public static DetectorSettings defaults() {
        return new DetectorSettings(1, Device.AUTO);
    }

    /** The same on another GPU of the machine. */
    public DetectorSettings withGpu(int index) {
        Gpu other = new Gpu(index, gpu.memoryLimit());
        return new DetectorSettings(intraOpThreads, device, other, preprocessing, batch, tensorRt);
    }

    /** The same with bytes becoming numbers elsewhere. */
    public DetectorSettings withPreprocessing(Preprocessing other) {
        return new DetectorSettings(intraOpThreads, device, gpu, other, batch, tensorRt);
    }

    /** The same for other batches. */
    public DetectorSettings withBatch(int other) {
        return new DetectorSettings(intraOpThreads, device, gpu, preprocessing, other, tensorRt);
    }

    /** The same with engines built in another way. */
    public DetectorSettings withTensorRt(TensorRt other) {
        return new DetectorSettings(intraOpThreads, device, gpu, preprocessing, batch, other);
    }
}
