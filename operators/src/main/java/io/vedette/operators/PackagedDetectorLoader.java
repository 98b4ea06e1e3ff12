package io.vedette.operators;

import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.nio.file.Path;

/**
 * Loads a model package from a folder that every TaskManager sees at the same path.
 *
 * <p>The model must be the one that the job was submitted with: a folder whose contents changed
 * since is refused, so that a result never names a model that did not make it.
 */
public final class PackagedDetectorLoader implements DetectorLoader {

    private final String folder;
    private final ModelRef model;
    private final DetectorSettings settings;

    /** A loader of the package as it is now. */
    public static PackagedDetectorLoader of(ModelPackage modelPackage, DetectorSettings settings) {
        return new PackagedDetectorLoader(
                modelPackage.directory().toAbsolutePath().toString(),
                modelPackage.ref(Route.LIVE),
                settings);
    }

    private PackagedDetectorLoader(String folder, ModelRef model, DetectorSettings settings) {
        this.folder = folder;
        this.model = model;
        this.settings = settings;
    }

    @Override
    public ModelRef model() {
        return model;
    }

    @Override
    public Detector load() {
        ModelPackage found = ModelPackage.load(Path.of(folder));
        if (!found.ref(Route.LIVE).equals(model)) {
            throw new IllegalStateException(
                    "Model package '%s' must still be %s but is now %s; submit the job again."
                            .formatted(folder, model, found.ref(Route.LIVE)));
        }
        return OnnxDetector.open(found, settings);
    }
}
