package io.vedette.models.check;

import io.vedette.models.ModelPackage;
import io.vedette.models.PackageReading.Inferred;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.schema.Detection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a model package found.
 *
 * @param directory the package folder
 * @param model the package; null where it could not be loaded
 * @param inferred the fields that its {@code model.yaml} leaves open
 * @param run how the network ran; null where it did not
 * @param image what it saw; null where it was shown nothing
 * @param warnings what is worth knowing but keeps nobody from using the package
 * @param problems what keeps the package from being used; empty where nothing does
 */
public record ModelReport(
        Path directory,
        @Nullable ModelPackage model,
        List<Inferred> inferred,
        @Nullable Run run,
        @Nullable Seen image,
        List<String> warnings,
        List<String> problems) {

    /**
     * How a network ran.
     *
     * @param inputs what goes into the graph
     * @param outputs what comes out of it
     * @param maxBatch frames of one run, {@link Integer#MAX_VALUE} where any number is taken
     * @param device what it ran on
     * @param threads that shared one run
     * @param latencyMs median milliseconds from rasters to detections, by the number of frames
     */
    public record Run(
            List<String> inputs,
            List<String> outputs,
            int maxBatch,
            DeviceChoice device,
            int threads,
            SortedMap<Integer, Double> latencyMs) {

        public Run {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            latencyMs = Collections.unmodifiableSortedMap(new TreeMap<>(latencyMs));
        }
    }

    /** What a model saw in a picture. */
    public record Seen(Path file, int width, int height, List<Detection> detections) {
        public Seen {
            detections = List.copyOf(detections);
        }
    }

    public ModelReport {
        inferred = List.copyOf(inferred);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /** Whether the package can be used. */
    public boolean ok() {
        return problems.isEmpty();
    }

    /** The report as a person reads it, in lines of text. */
    public String text() {
        return new ReportText(this).lines();
    }

    /** The report as a program reads it. */
    public String json() {
        return ReportJson.of(this).toPrettyString();
    }

    @Override
    public String toString() {
        return text();
    }
}
