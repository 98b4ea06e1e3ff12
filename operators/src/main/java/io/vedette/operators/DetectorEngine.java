package io.vedette.operators;

import io.vedette.models.Detector;
import io.vedette.models.onnx.Device;
import io.vedette.operators.inference.InferenceEngine;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.util.List;

/** A detector as an engine. */
final class DetectorEngine implements InferenceEngine<Frame, List<Detection>> {

    /** Enough to keep a GPU busy; on a processor batches gain nothing and cost time. */
    private static final int GPU_BATCH = 16;

    private final Detector detector;
    private final Device device;
    private final int preferredEngines;

    /**
     * @param device what the detector runs on
     * @param preferredEngines how many detectors like it keep all devices busy
     */
    DetectorEngine(Detector detector, Device device, int preferredEngines) {
        this.detector = detector;
        this.device = device;
        this.preferredEngines = preferredEngines;
    }

    @Override
    public String device() {
        return device.key();
    }

    @Override
    public int maxBatchSize() {
        return detector.maxBatch();
    }

    @Override
    public int preferredBatchSize() {
        return device == Device.CPU ? 1 : GPU_BATCH;
    }

    @Override
    public int preferredEngines() {
        return preferredEngines;
    }

    @Override
    public List<List<Detection>> infer(List<Frame> batch) {
        return detector.detect(batch);
    }

    @Override
    public void close() {
        detector.close();
    }
}
