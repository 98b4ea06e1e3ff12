package io.vedette.operators;

import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;

/**
 * Loads a model package from where every TaskManager finds it.
 *
 * <p>The model must be the one that the job was submitted with: a package that changed since is
 * refused, so that a result never names a model that did not make it.
 */
public final class PackagedDetectorLoader implements DetectorLoader {

    private final ModelSource source;
    private final ModelRef model;
    private final DetectorSettings settings;

    /**
     * A loader of a package.
     *
     * @param model what the source has now
     */
    public PackagedDetectorLoader(
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
    public Detector load() {
        ModelPackage found = source.load();
        if (!found.ref(Route.LIVE).equals(model)) {
            throw new IllegalStateException(
                    "Model package '%s' must still be %s but is now %s; submit the job again."
                            .formatted(source, model, found.ref(Route.LIVE)));
        }
        try {
            return OnnxDetector.open(found, settings);
        } catch (ModelPackageException e) {
            throw e.at(source.parsed());
        }
    }
}
