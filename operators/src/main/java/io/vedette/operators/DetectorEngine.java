package io.vedette.operators;

import io.vedette.models.Detector;
import io.vedette.models.OutOfDeviceMemoryException;
import io.vedette.models.onnx.Device;
import io.vedette.operators.inference.DeviceMemoryException;
import io.vedette.operators.inference.InferenceEngine;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.util.List;

/** A detector as an engine. */
final class DetectorEngine implements InferenceEngine<Frame, List<Detection>> {

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
        return detector.preferredBatch();
    }

    @Override
    public int preferredEngines() {
        return preferredEngines;
    }

    @Override
    public List<List<Detection>> infer(List<Frame> batch) throws DeviceMemoryException {
        try {
            return detector.detect(batch);
        } catch (OutOfDeviceMemoryException e) {
            throw new DeviceMemoryException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        detector.close();
    }
}
