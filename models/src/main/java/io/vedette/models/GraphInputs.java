package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Frame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Fills the inputs of a graph for a batch of frames. One thread at a time. */
final class GraphInputs {

    private final ModelInput input;
    private final Tensor pictures;
    private final PixelWriter pixels;
    private final List<OtherTensor> others;

    /** What the last run was given, and the next one is if its batch is as large. */
    private final List<Feed> feeds = new ArrayList<>();

    private final List<Feed> shown = Collections.unmodifiableList(feeds);

    private GraphInputs(
            ModelInput input, Tensor pictures, PixelWriter pixels, List<OtherTensor> others) {
        this.input = input;
        this.pictures = pictures;
        this.pixels = pixels;
        this.others = others;
    }

    /**
     * Holds a package against the inputs of its graph.
     *
     * @param input what the graph is given: the package's, or bytes
     * @param problems takes what does not fit; each a sentence
     * @return null where there are problems
     */
    static @Nullable GraphInputs bind(
            ModelPackage model, ModelInput input, GraphSignature graph, List<String> problems) {
        int before = problems.size();
        @Nullable Tensor pictures = PictureTensor.of(graph, input, problems);
        List<OtherTensor> others = new ArrayList<>();
        for (Tensor tensor : graph.inputs()) {
            if (pictures != null && !tensor.equals(pictures)) {
                others.add(OtherTensor.of(tensor, model, problems));
            }
        }
        requireKnownNames(input, graph, problems);
        if (pictures == null || problems.size() > before) {
            return null;
        }
        PixelWriter pixels = PixelWriter.of(input, pictures.type());
        return new GraphInputs(input, pictures, pixels, List.copyOf(others));
    }

    private static void requireKnownNames(
            ModelInput input, GraphSignature graph, List<String> problems) {
        List<String> names = graph.inputs().stream().map(Tensor::name).toList();
        input.others().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(
                        name ->
                                problems.add(
                                        "'input.others' names '%s', which is no input; the graph has %s."
                                                .formatted(name, Tensor.listed(graph.inputs()))));
    }

    /** Frames that the graph takes in one run; {@link Tensor#OPEN} where it says any number. */
    long batch() {
        if (PictureTensor.leading(pictures) == 0) {
            return 1;
        }
        long least = pictures.size(0);
        for (OtherTensor other : others) {
            long limit = other.batch();
            least = least == Tensor.OPEN || limit == Tensor.OPEN ? Math.max(least, limit) : least;
        }
        return least;
    }

    /**
     * The values of all inputs.
     *
     * @param frames each with a raster
     * @param batch frames that the graph is given; what is beyond the frames is not defined
     * @return valid until the next call
     * @throws OrtException if the process may not have so much memory
     */
    List<Feed> feeds(OnnxSession session, List<Frame> frames, int batch) throws OrtException {
        long bytes = (long) batch * input.raster().size() * pictures.type().size;
        ByteBuffer memory = session.memory(pictures.name(), bytes);
        for (int i = 0; i < frames.size(); i++) {
            pixels.write(Objects.requireNonNull(frames.get(i).raster()), memory, i);
        }
        if (feeds.isEmpty() || !isSame(feeds.get(0).bytes(), memory)) {
            feeds.clear();
            feeds.add(new Feed(pictures.name(), pictures.type(), shape(batch), memory));
        }
        while (feeds.size() > 1) {
            feeds.remove(feeds.size() - 1);
        }
        for (OtherTensor other : others) {
            feeds.add(other.feed(session, frames, batch));
        }
        return shown;
    }

    @SuppressWarnings("ReferenceEquality") // equal contents elsewhere are not the same memory
    private static boolean isSame(ByteBuffer one, ByteBuffer other) {
        return one == other;
    }

    private long[] shape(int batch) {
        long[] picture = input.layout().shape(input.raster());
        LongStream leading =
                PictureTensor.leading(pictures) == 0 ? LongStream.empty() : LongStream.of(batch);
        return LongStream.concat(leading, LongStream.of(picture)).toArray();
    }
}
