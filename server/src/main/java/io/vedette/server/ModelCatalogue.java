package io.vedette.server;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.DeviceChoice;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packages of a folder as they are now. A package is opened, tried and closed again when it is
 * first met, and anew only when one of its files changes; one with problems is looked at each time.
 */
final class ModelCatalogue {

    private static final Comparator<ModelEntry> BY_NAME_AND_VERSION =
            Comparator.comparing(ModelEntry::name).thenComparing(ModelEntry::version);

    private final ModelFolder folder;
    private final Map<Path, Known> known = new HashMap<>();

    /** What a package was found to be while its files had this stamp. */
    private record Known(PackageStamp stamp, UsableModel model) {}

    ModelCatalogue(ModelFolder folder) {
        this.folder = folder;
    }

    /** All packages, by name and version; one request at a time, so that none is opened twice. */
    synchronized List<ModelEntry> entries() {
        List<Path> packages = folder.packages();
        known.keySet().retainAll(packages);
        return packages.stream().map(this::entry).sorted(BY_NAME_AND_VERSION).toList();
    }

    /** All versions of one model; none if it is not there. */
    List<ModelEntry> versions(String name) {
        return entries().stream().filter(entry -> entry.name().equals(name)).toList();
    }

    private ModelEntry entry(Path directory) {
        PackageStamp stamp = PackageStamp.of(directory);
        Known before = known.get(directory);
        if (before != null && before.stamp().equals(stamp)) {
            return before.model();
        }
        try {
            UsableModel model = opened(directory);
            known.put(directory, new Known(stamp, model));
            return model;
        } catch (ModelPackageException e) {
            known.remove(directory);
            return BrokenModel.of(directory, e);
        }
    }

    private static UsableModel opened(Path directory) {
        ModelPackage model = ModelPackage.load(directory);
        try (OnnxDetector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            DeviceChoice device = detector.device();
            return UsableModel.of(model, device);
        }
    }
}
