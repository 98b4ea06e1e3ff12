package io.vedette.models.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.models.ModelPackage;
import io.vedette.models.PackageReading.Inferred;
import io.vedette.models.check.ModelReport.Run;
import io.vedette.models.check.ModelReport.Seen;
import io.vedette.schema.Json;
import java.util.List;
import java.util.Locale;

/** Writes a report for programs. */
final class ReportJson {

    private ReportJson() {}

    static ObjectNode of(ModelReport report) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("directory", report.directory().toString());
        root.put("ok", report.ok());
        sentences(root.putArray("problems"), report.problems());
        sentences(root.putArray("warnings"), report.warnings());
        if (report.model() != null) {
            describe(root.putObject("model"), report.model());
        }
        ArrayNode inferred = root.putArray("inferred");
        report.inferred().forEach(field -> describe(inferred.addObject(), field));
        if (report.run() != null) {
            describe(root.putObject("run"), report.run());
        }
        if (report.image() != null) {
            describe(root.putObject("image"), report.image());
        }
        return root;
    }

    private static void describe(ObjectNode node, ModelPackage model) {
        node.put("name", model.name());
        node.put("version", model.version());
        node.put("licence", model.licence());
        node.put("file", model.file().getFileName().toString());
        node.put("sha256", model.sha256());
        node.put("task", model.task().name().toLowerCase(Locale.ROOT));
        node.put("format", model.output().format().key());
        sentences(node.putArray("labels"), model.labels());
        node.set("input", Json.mapper().valueToTree(model.rasterSpec()));
        node.set("thresholds", Json.mapper().valueToTree(model.thresholds()));
    }

    private static void describe(ObjectNode node, Inferred field) {
        node.put("field", field.field());
        node.put("value", field.value());
        node.put("from", field.from());
    }

    /** A batch of any size is null. */
    private static void describe(ObjectNode node, Run run) {
        sentences(node.putArray("inputs"), run.inputs());
        sentences(node.putArray("outputs"), run.outputs());
        node.put("maxBatch", run.maxBatch() == Integer.MAX_VALUE ? null : run.maxBatch());
        node.put("device", run.device().chosen().key());
        ObjectNode notChosen = node.putObject("notChosen");
        run.device()
                .passedOver()
                .forEach(other -> notChosen.put(other.device().key(), other.reason()));
        node.put("threads", run.threads());
        ObjectNode latency = node.putObject("latencyMs");
        run.latencyMs().forEach((frames, ms) -> latency.put(frames.toString(), ms));
    }

    private static void describe(ObjectNode node, Seen seen) {
        node.put("file", seen.file().toString());
        node.put("width", seen.width());
        node.put("height", seen.height());
        node.set("detections", Json.mapper().valueToTree(seen.detections()));
    }

    private static void sentences(ArrayNode node, List<String> sentences) {
        sentences.forEach(node::add);
    }
}
