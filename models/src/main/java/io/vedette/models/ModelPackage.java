package io.vedette.models;

import io.vedette.models.inputs.ModelInput;
import io.vedette.models.outputs.OutputSpec;
import io.vedette.models.outputs.Task;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.ModelRef;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Route;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is handed around: a folder with {@code model.yaml}, the ONNX file and the labels.
 *
 * <p>A package that could be loaded is consistent in itself: every field is valid, the files are
 * there and the ONNX file has the digest that was promised. Whether the graph fits the description
 * shows when a {@link Detector} is opened.
 *
 * <p>To send a package to another process, send its folder's path and load it there.
 *
 * @param directory the package folder
 * @param name matches {@code [a-z0-9][a-z0-9._-]*}
 * @param version tells packages of one name apart
 * @param file the ONNX file
 * @param sha256 of the ONNX file, 64 lower-case hex digits
 * @param input what the model wants to see
 * @param output what its outputs mean
 * @param labels class names by class index
 * @param thresholds which candidates become detections
 * @param licence of the model, as its author named it; null where nothing is said
 */
public record ModelPackage(
        Path directory,
        String name,
        String version,
        Path file,
        String sha256,
        ModelInput input,
        OutputSpec output,
        List<String> labels,
        Thresholds thresholds,
        @Nullable String licence) {

    public ModelPackage {
        labels = List.copyOf(labels);
    }

    /**
     * Reads and checks a package folder.
     *
     * @throws ModelPackageException naming every problem at once
     */
    public static ModelPackage load(Path directory) {
        return PackageReading.of(directory).model();
    }

    /** The model's name on results. */
    public ModelRef ref(Route route) {
        return new ModelRef(name, version, sha256.substring(0, 8), route);
    }

    /** The picture that the model wants to see. */
    public RasterSpec rasterSpec() {
        return input.raster();
    }

    /** What kind of answer the model gives. */
    public Task task() {
        return output.format().task();
    }

    /** The same model with other thresholds. */
    public ModelPackage withThresholds(Thresholds other) {
        return new ModelPackage(
                directory, name, version, file, sha256, input, output, labels, other, licence);
    }

    @Override
    public String toString() {
        return "Model '%s' version '%s'".formatted(name, version);
    }
}
