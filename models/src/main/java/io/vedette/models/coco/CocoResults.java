package io.vedette.models.coco;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Detections in the results format of the COCO benchmark. */
public final class CocoResults {

    private CocoResults() {}

    /**
     * Reads a file: a list of {@code image_id}, {@code category_id}, {@code bbox} and {@code
     * score}, or such a list under {@code annotations}.
     *
     * @throws IOException if it cannot be read or is not of that form
     */
    public static List<CocoDetection> read(Path file) throws IOException {
        JsonNode root = CocoDataset.json(file);
        try {
            List<CocoDetection> detections = new ArrayList<>();
            for (JsonNode item : root.isArray() ? root : root.required("annotations")) {
                detections.add(
                        new CocoDetection(
                                item.required("image_id").asLong(),
                                item.required("category_id").asInt(),
                                CocoBox.of(item.required("bbox")),
                                item.required("score").asDouble()));
            }
            return detections;
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a COCO results file: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Writes a file that {@link #read} and the benchmark's own tools read. */
    public static void write(Path file, List<CocoDetection> detections) throws IOException {
        ArrayNode root = Json.mapper().createArrayNode();
        for (CocoDetection detection : detections) {
            CocoBox box = detection.box();
            root.addObject()
                    .put("image_id", detection.image())
                    .put("category_id", detection.category())
                    .put("score", detection.score())
                    .putArray("bbox")
                    .add(box.x())
                    .add(box.y())
                    .add(box.width())
                    .add(box.height());
        }
        Json.mapper().writeValue(file.toFile(), root);
    }
}
