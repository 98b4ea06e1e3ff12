package io.vedette.operators;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.operators.inference.InferenceEngine;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.util.List;

/**
 * Loads a model package from where every TaskManager finds it.
 *
 * <p>The model must be the one that the job was submitted with: a package that changed since is
 * refused, so that a result never names a model that did not make it.
 */
public final class PackagedDetectorFactory implements DetectorFactory {

    private final ModelSource source;
    private final ModelRef model;
    private final DetectorSettings settings;

    /**
     * A factory for a package.
     *
     * @param model what the source has now
     */
    public PackagedDetectorFactory(
            ModelSource source, ModelPackage model, DetectorSettings settings) {
        this.source = source;
        this.model = model.ref(Route.LIVE);
        this.settings = settings;
    }

    @Override
    public ModelRef model() {
        return model;
    }

    @Override
    public InferenceEngine<Frame, List<Detection>> create(Place place) {
        ModelPackage found = source.load();
        if (!found.ref(Route.LIVE).equals(model)) {
            throw new IllegalStateException(
                    "Model package '%s' must still be %s but is now %s; submit the job again."
                            .formatted(source, model, found.ref(Route.LIVE)));
        }
        try {
            OnnxDetector detector = OnnxDetector.open(found, settingsAt(place));
            Device device = detector.device().chosen();
            return new DetectorEngine(detector, device, enginesOn(device, place));
        } catch (ModelPackageException e) {
            throw e.at(source.parsed());
        }
    }

    /** On the GPUs of the process in turn, where Flink gave it any. */
    private DetectorSettings settingsAt(Place place) {
        if (place.gpus().isEmpty()) {
            return settings;
        }
        int index = place.gpus().get(place.number() % place.gpus().size());
        return settings.withGpu(index);
    }

    private int enginesOn(Device device, Place place) {
        if (device == Device.CPU) {
            int processors = Runtime.getRuntime().availableProcessors();
            return Math.max(1, processors / settings.intraOpThreads());
        }
        return Math.max(1, place.gpus().size());
    }
}
