package io.vedette.models.init;

import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The input of a graph that takes the picture.
 *
 * @param channels 1 or 3
 */
record PictureInput(Tensor tensor, Layout layout, int channels) {

    /** A picture without a batch has three dimensions. */
    private static final int PICTURE = 3;

    /**
     * Finds it: the only input of numbers that a picture fits into, by a dimension of 1 or 3.
     *
     * @throws InitException if there is none, or several
     */
    static PictureInput of(GraphSignature graph) {
        List<PictureInput> able = new ArrayList<>();
        for (int rank : new int[] {PICTURE + 1, PICTURE}) {
            for (Tensor input : graph.inputs()) {
                if (able.isEmpty() || able.get(0).tensor.rank() == rank) {
                    of(input, rank).ifPresent(able::add);
                }
            }
        }
        if (able.size() == 1) {
            return able.get(0);
        }
        throw new InitException(
                able.isEmpty()
                        ? ("No input takes a picture, which is of float, float16, uint8 or int8 and"
                                        + " has 1 or 3 channels; the graph has %s.")
                                .formatted(Tensor.listed(graph.inputs()))
                        : "Several inputs take a picture, and a model has one; the graph has %s."
                                .formatted(Tensor.listed(graph.inputs())));
    }

    private static Optional<PictureInput> of(Tensor input, int rank) {
        if (input.rank() != rank || !PixelWriter.knows(input.type())) {
            return Optional.empty();
        }
        for (int channels : new int[] {3, 1, (int) Tensor.OPEN}) {
            for (Layout layout : Layout.values()) {
                if (input.size(rank - PICTURE + layout.channel()) == channels) {
                    return Optional.of(
                            new PictureInput(
                                    input, layout, channels == Tensor.OPEN ? 3 : channels));
                }
            }
        }
        return Optional.empty();
    }

    /** Pixels from left to right; {@link Tensor#OPEN} where the graph takes any. */
    long width() {
        return tensor.size(tensor.rank() - PICTURE + layout.column());
    }

    /** Pixels from top to bottom; {@link Tensor#OPEN} where the graph takes any. */
    long height() {
        return tensor.size(tensor.rank() - PICTURE + layout.row());
    }

    /** Pictures of one run: as many as the graph fixes, else one. */
    int batch() {
        return tensor.rank() == PICTURE ? 1 : (int) Math.max(1, tensor.size(0));
    }

    /** The tensor's dimensions for pictures of a size. */
    long[] shape(int width, int height) {
        long[] shape = new long[tensor.rank()];
        shape[0] = batch();
        int first = tensor.rank() - PICTURE;
        shape[first + layout.channel()] = channels;
        shape[first + layout.row()] = height;
        shape[first + layout.column()] = width;
        return shape;
    }
}
