package io.vedette.models;

import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Fills the inputs of a graph for a batch of frames. One thread at a time. */
final class GraphInputs {

    private final ModelPackage model;
    private final Tensor pictures;
    private final PixelWriter pixels;
    private final List<OtherTensor> others;

    private GraphInputs(
            ModelPackage model, Tensor pictures, PixelWriter pixels, List<OtherTensor> others) {
        this.model = model;
        this.pictures = pictures;
        this.pixels = pixels;
        this.others = others;
    }

    /**
     * Holds a package against the inputs of its graph.
     *
     * @param problems takes what does not fit; each a sentence
     * @return null where there are problems
     */
    static @Nullable GraphInputs bind(
            ModelPackage model, GraphSignature graph, List<String> problems) {
        int before = problems.size();
        @Nullable Tensor pictures = PictureTensor.of(graph, model.input(), problems);
        List<OtherTensor> others = new ArrayList<>();
        for (Tensor input : graph.inputs()) {
            if (pictures != null && !input.equals(pictures)) {
                others.add(OtherTensor.of(input, model, problems));
            }
        }
        requireKnownNames(model.input(), graph, problems);
        if (pictures == null || problems.size() > before) {
            return null;
        }
        PixelWriter pixels = PixelWriter.of(model.input(), pictures.type());
        return new GraphInputs(model, pictures, pixels, List.copyOf(others));
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
     * @param batch frames that the graph is given; what is beyond the frames is not defined
     */
    List<Feed> feeds(OnnxSession session, List<Frame> frames, List<Raster> rasters, int batch) {
        RasterSpec raster = model.rasterSpec();
        long bytes = (long) batch * raster.size() * pictures.type().size;
        ByteBuffer memory = session.memory(pictures.name(), bytes);
        for (int i = 0; i < rasters.size(); i++) {
            pixels.write(rasters.get(i), memory, i);
        }
        List<Feed> feeds = new ArrayList<>();
        feeds.add(new Feed(pictures.name(), pictures.type(), shape(batch), memory));
        for (OtherTensor other : others) {
            feeds.add(other.feed(session, frames, rasters, batch));
        }
        return feeds;
    }

    private long[] shape(int batch) {
        long[] picture = model.input().layout().shape(model.rasterSpec());
        LongStream leading =
                PictureTensor.leading(pictures) == 0 ? LongStream.empty() : LongStream.of(batch);
        return LongStream.concat(leading, LongStream.of(picture)).toArray();
    }
}
