package io.vedette.models.recognition;

import io.vedette.models.MetadataLabels;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a graph showed of itself: its signature, and its answer to one picture.
 *
 * @param picture that entered the network
 * @param outputs in the graph's order
 */
public record Observation(GraphSignature graph, Shown picture, List<SeenTensor> outputs) {

    /**
     * The picture that a network was shown.
     *
     * @param width in pixels
     * @param height in pixels
     * @param channels 1 or 3
     * @param batch how often it was shown at once
     */
    public record Shown(int width, int height, int channels, int batch) {}

    public Observation {
        outputs = List.copyOf(outputs);
    }

    /** The class names that the file holds. */
    public Optional<List<String>> names() {
        return MetadataLabels.of(graph.metadata());
    }

    int width() {
        return picture.width();
    }

    int height() {
        return picture.height();
    }

    /** A value of the file's metadata, in lower case; empty text where there is none. */
    String metadata(String key) {
        return graph.metadata().getOrDefault(key, "").toLowerCase(Locale.ROOT);
    }

    /** Whether Ultralytics' exporter wrote the file. */
    public boolean isOfUltralytics() {
        return metadata("author").equals("ultralytics");
    }

    boolean hasInputNamed(String part) {
        return graph.inputs().stream()
                .anyMatch(input -> input.name().toLowerCase(Locale.ROOT).contains(part));
    }

    /** Whether the first dimension of an output counts the pictures. */
    boolean isByPicture(SeenTensor output) {
        boolean openBatch = graph.inputs().stream().anyMatch(Observation::startsOpen);
        boolean openRows =
                graph.outputs().stream()
                        .filter(declared -> declared.name().equals(output.name()))
                        .anyMatch(Observation::startsOpen);
        return output.rank() > 0 && output.size(0) == picture.batch() && (openBatch || !openRows);
    }

    private static boolean startsOpen(Tensor tensor) {
        return tensor.rank() > 0 && tensor.size(0) == Tensor.OPEN;
    }

    /** The outputs in one line. */
    public String answer() {
        return outputs.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
