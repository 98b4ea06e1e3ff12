package io.vedette.models.recognition;

import io.vedette.models.MetadataLabels;
import io.vedette.models.onnx.GraphSignature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a graph showed of itself: its signature, and its answer to one picture.
 *
 * @param width of the picture that entered the network, in pixels
 * @param height of that picture
 * @param channels of that picture, 1 or 3
 * @param outputs in the graph's order
 */
public record Observation(
        GraphSignature graph, int width, int height, int channels, List<SeenTensor> outputs) {

    public Observation {
        outputs = List.copyOf(outputs);
    }

    /** The class names that the file holds. */
    public Optional<List<String>> names() {
        return MetadataLabels.of(graph.metadata());
    }

    /** A value of the file's metadata, in lower case; empty text where there is none. */
    String metadata(String key) {
        return graph.metadata().getOrDefault(key, "").toLowerCase(Locale.ROOT);
    }

    /** Whether Ultralytics' exporter wrote the file. */
    boolean isOfUltralytics() {
        return metadata("author").equals("ultralytics");
    }

    boolean hasInputNamed(String part) {
        return graph.inputs().stream()
                .anyMatch(input -> input.name().toLowerCase(Locale.ROOT).contains(part));
    }

    /** The outputs in one line. */
    public String answer() {
        return outputs.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
