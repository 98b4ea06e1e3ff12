package io.vedette.models.check;

import io.vedette.models.ModelPackage;
import io.vedette.models.PackageReading.Inferred;
import io.vedette.models.check.ModelReport.Run;
import io.vedette.models.check.ModelReport.Seen;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report for people. */
final class ReportText {

    private final ModelReport report;
    private final List<String> lines = new ArrayList<>();

    ReportText(ModelReport report) {
        this.report = report;
    }

    String lines() {
        lines.add("Model package " + report.directory());
        if (report.model() != null) {
            describe(report.model());
        }
        inferred();
        if (report.run() != null) {
            describe(report.run());
        }
        if (report.image() != null) {
            describe(report.image());
        }
        listed("warning", report.warnings());
        if (report.ok()) {
            lines.add("No problems.");
        }
        listed("problem", report.problems());
        return String.join("\n", lines) + "\n";
    }

    private void describe(ModelPackage model) {
        Thresholds thresholds = model.thresholds();
        row("name", "%s, version %s".formatted(model.name(), model.version()));
        row("licence", model.licence() == null ? "not stated" : model.licence());
        row("file", model.file().getFileName().toString());
        row("sha256", model.sha256());
        row("input", picture(model.rasterSpec()));
        row("pixels", pixels(model.input()));
        row("format", "%s (%s)".formatted(model.output().format().key(), lower(model.task())));
        row("labels", labels(model.labels()));
        row(
                "thresholds",
                "confidence %s, iou %s, at most %d detections"
                        .formatted(
                                thresholds.confidence(),
                                thresholds.iou(),
                                thresholds.maxDetections()));
    }

    private void inferred() {
        if (report.inferred().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Not given in model.yaml");
        for (Inferred field : report.inferred()) {
            lines.add("  %-28s%-24s%s".formatted(field.field(), field.value(), field.from()));
        }
    }

    private void describe(Run run) {
        lines.add("");
        lines.add("Run");
        run.inputs().forEach(input -> row("graph in", input));
        run.outputs().forEach(output -> row("graph out", output));
        row("batch", run.maxBatch() == Integer.MAX_VALUE ? "any" : "fixed, " + run.maxBatch());
        row("device", "%s, threads: %d".formatted(run.device().chosen().key(), run.threads()));
        run.device().passedOver().forEach(other -> row("  not", other.toString()));
        run.latencyMs().forEach(this::latency);
    }

    private void latency(int frames, double ms) {
        row(
                "latency",
                String.format(Locale.ROOT, "%.1f ms for a batch of %d, warm (median)", ms, frames));
    }

    private void describe(Seen seen) {
        lines.add("");
        lines.add(
                "Seen in %s (%d x %d)%s"
                        .formatted(
                                seen.file(),
                                seen.width(),
                                seen.height(),
                                seen.detections().isEmpty() ? ": nothing" : ""));
        seen.detections().forEach(this::describe);
    }

    private void describe(Detection detection) {
        Box box = detection.box();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  %-20s %.3f  x %.1f, y %.1f, %.1f x %.1f",
                        detection.label(),
                        detection.confidence(),
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height()));
    }

    private void listed(String what, List<String> sentences) {
        if (!sentences.isEmpty()) {
            int count = sentences.size();
            lines.add(count == 1 ? "1 " + what + ":" : count + " " + what + "s:");
            sentences.forEach(sentence -> lines.add("  - " + sentence));
        }
    }

    private static String picture(RasterSpec raster) {
        return "%d x %d %s, %s, %s"
                .formatted(
                        raster.width(),
                        raster.height(),
                        lower(raster.color()),
                        resize(raster),
                        lower(raster.filter()));
    }

    private static String resize(RasterSpec raster) {
        String resize = lower(raster.resize());
        return switch (raster.resize()) {
            case LETTERBOX ->
                    "%s %s, padding %d".formatted(resize, lower(raster.anchor()), raster.padding());
            case STRETCH -> resize;
            case CENTER_CROP -> "%s %s".formatted(resize, raster.crop());
        };
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

    private void row(String name, String value) {
        lines.add("  %-12s%s".formatted(name, value));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
