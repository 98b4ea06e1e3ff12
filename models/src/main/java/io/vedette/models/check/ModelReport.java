package io.vedette.models.check;

import io.vedette.models.ModelPackage;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a model package found.
 *
 * @param directory the package folder
 * @param model the package; null where it could not be loaded
 * @param run how the network ran; null where it did not
 * @param problems what keeps the package from being used; empty where nothing does
 */
public record ModelReport(
        Path directory, @Nullable ModelPackage model, @Nullable Run run, List<String> problems) {

    /**
     * How a network ran.
     *
     * @param inputs what goes into the graph
     * @param outputs what comes out of it
     * @param maxBatch frames of one run, {@link Integer#MAX_VALUE} where any number is taken
     * @param settings device and threads
     * @param latencyMs median milliseconds from rasters to detections, by the number of frames
     */
    public record Run(
            List<String> inputs,
            List<String> outputs,
            int maxBatch,
            DetectorSettings settings,
            SortedMap<Integer, Double> latencyMs) {

        public Run {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            latencyMs = Collections.unmodifiableSortedMap(new TreeMap<>(latencyMs));
        }
    }

    public ModelReport {
        problems = List.copyOf(problems);
    }

    /** Whether the package can be used. */
    public boolean ok() {
        return problems.isEmpty();
    }

    /** The report as a person reads it, in lines of text. */
    public String render() {
        List<String> lines = new ArrayList<>();
        lines.add("Model package " + directory);
        if (model != null) {
            describe(model, lines);
        }
        if (run != null) {
            describe(run, lines);
        }
        lines.add(verdict());
        problems.forEach(problem -> lines.add("  - " + problem));
        return String.join("\n", lines) + "\n";
    }

    private static void describe(ModelPackage model, List<String> lines) {
        Thresholds thresholds = model.thresholds();
        lines.add(row("name", "%s, version %s".formatted(model.name(), model.version())));
        lines.add(row("licence", model.licence() == null ? "not stated" : model.licence()));
        lines.add(row("file", model.file().getFileName().toString()));
        lines.add(row("sha256", model.sha256()));
        lines.add(row("input", picture(model.rasterSpec())));
        lines.add(row("pixels", pixels(model.input())));
        lines.add(
                row(
                        "format",
                        "%s, strides %s"
                                .formatted(
                                        model.output().format().key(), model.output().strides())));
        lines.add(row("labels", labels(model.labels())));
        lines.add(
                row(
                        "thresholds",
                        "confidence %s, iou %s, at most %d detections"
                                .formatted(
                                        thresholds.confidence(),
                                        thresholds.iou(),
                                        thresholds.maxDetections())));
    }

    private static void describe(Run run, List<String> lines) {
        run.inputs().forEach(input -> lines.add(row("graph in", input)));
        run.outputs().forEach(output -> lines.add(row("graph out", output)));
        lines.add(
                row(
                        "batch",
                        run.maxBatch() == Integer.MAX_VALUE ? "any" : "fixed, " + run.maxBatch()));
        lines.add(
                row(
                        "device",
                        "%s, threads: %d"
                                .formatted(
                                        run.settings().device().key(),
                                        run.settings().intraOpThreads())));
        run.latencyMs()
                .forEach(
                        (frames, ms) ->
                                lines.add(
                                        row(
                                                "latency",
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f ms for a batch of %d (median)",
                                                        ms,
                                                        frames))));
    }

    private String verdict() {
        return switch (problems.size()) {
            case 0 -> "No problems.";
            case 1 -> "1 problem:";
            default -> problems.size() + " problems:";
        };
    }

    private static String picture(RasterSpec raster) {
        String size =
                "%d x %d %s, ".formatted(raster.width(), raster.height(), lower(raster.color()));
        return raster.resize() == Resize.STRETCH
                ? size + "stretched"
                : size
                        + "letterbox %s, padding %d"
                                .formatted(lower(raster.anchor()), raster.padding());
    }

    private static String pixels(ModelInput input) {
        return "(value - %s) / %s, %s".formatted(input.mean(), input.std(), lower(input.layout()));
    }

    private static String labels(List<String> labels) {
        int shown = Math.min(5, labels.size());
        String rest = shown < labels.size() ? ", …" : "";
        return "%d: %s%s"
                .formatted(labels.size(), String.join(", ", labels.subList(0, shown)), rest);
    }

    private static String row(String name, String value) {
        return "  %-12s%s".formatted(name, value);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return render();
    }
}
