package io.vedette.models;

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
 * @param task what the model answers
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
        Task task,
        Path file,
        String sha256,
        ModelInput input,
        Output output,
        List<String> labels,
        Thresholds thresholds,
        @Nullable String licence) {

    /** What kind of answer a model gives. */
    public enum Task {
        DETECTION,
        CLASSIFICATION
    }

    /**
     * What a model's outputs mean.
     *
     * @param format how boxes are encoded
     * @param strides pixels per grid cell of each output level, in the order of the output's rows
     */
    public record Output(OutputFormat format, List<Integer> strides) {
        public Output {
            strides = List.copyOf(strides);
        }
    }

    /**
     * Which candidates become detections.
     *
     * @param confidence the least score, in [0, 1]
     * @param iou overlap, in [0, 1], above which the weaker of two boxes of one class is dropped
     * @param maxDetections the most detections of one frame
     */
    public record Thresholds(float confidence, float iou, int maxDetections) {}

    public ModelPackage {
        labels = List.copyOf(labels);
    }

    /**
     * Reads and checks a package folder.
     *
     * @throws ModelPackageException naming every problem at once
     */
    public static ModelPackage load(Path directory) {
        return new ModelYaml(directory).read();
    }

    /** The model's name on results. */
    public ModelRef ref(Route route) {
        return new ModelRef(name, version, sha256.substring(0, 8), route);
    }

    /** The picture that the model wants to see. */
    public RasterSpec rasterSpec() {
        return input.raster();
    }

    /** The same model with other thresholds. */
    public ModelPackage withThresholds(Thresholds other) {
        return new ModelPackage(
                directory, name, version, task, file, sha256, input, output, labels, other,
                licence);
    }

    @Override
    public String toString() {
        return "Model '%s' version '%s'".formatted(name, version);
    }
}
