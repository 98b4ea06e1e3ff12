package io.vedette.models;

import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.RasterSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the input of a graph that takes the picture, and holds a package against it. */
final class PictureTensor {

    private PictureTensor() {}

    /**
     * The input that a package names, else the only one of four dimensions, else the only one of
     * three: a picture without a batch.
     *
     * @return null, with problems noted, where that is not one
     */
    static @Nullable Tensor of(GraphSignature graph, ModelInput wanted, List<String> problems) {
        Optional<Tensor> found = find(graph, wanted.tensor());
        if (found.isEmpty()) {
            problems.add(missing(graph, wanted.tensor()));
            return null;
        }
        Tensor input = found.get();
        if (!PixelWriter.knows(input.type())) {
            problems.add(
                    "input %s: a picture must be float, float16, uint8 or int8.".formatted(input));
        }
        if (!accepts(input, wanted)) {
            problems.add(misfit(input, wanted));
        }
        return input;
    }

    /** The input of a graph that takes pictures; empty where none or several may. */
    static Optional<Tensor> find(GraphSignature graph, @Nullable String name) {
        if (name != null) {
            return only(graph, input -> input.name().equals(name));
        }
        return only(graph, input -> input.rank() == 4)
                .or(() -> only(graph, input -> input.rank() == 3));
    }

    private static Optional<Tensor> only(GraphSignature graph, Predicate<Tensor> able) {
        List<Tensor> found = graph.inputs().stream().filter(able).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Dimensions before those of a picture: a batch, or none. */
    static int leading(Tensor picture) {
        return picture.rank() - 3;
    }

    /** A dimension after that of the batch; {@link Tensor#OPEN} where there is none. */
    static long side(Tensor picture, int dimension) {
        int index = leading(picture) + dimension;
        return index >= 0 && index < picture.rank() ? picture.size(index) : Tensor.OPEN;
    }

    private static String missing(GraphSignature graph, @Nullable String name) {
        String inputs = Tensor.listed(graph.inputs());
        return name == null
                ? "'input.tensor' must name the input that takes the picture; the graph has %s."
                        .formatted(inputs)
                : "'input.tensor' names '%s', which is no input; the graph has %s."
                        .formatted(name, inputs);
    }

    private static boolean accepts(Tensor input, ModelInput wanted) {
        RasterSpec raster = wanted.raster();
        Layout layout = wanted.layout();
        int leading = leading(input);
        return (leading == 0 || leading == 1)
                && input.size(0) != 0
                && input.fits(leading + layout.channel(), raster.color().channels())
                && input.fits(leading + layout.row(), raster.height())
                && input.fits(leading + layout.column(), raster.width());
    }

    private static String misfit(Tensor input, ModelInput wanted) {
        RasterSpec raster = wanted.raster();
        return "input %s does not take %s with %d channels, height %d and width %d, as 'input' says."
                .formatted(
                        input,
                        wanted.layout().name().toLowerCase(Locale.ROOT),
                        raster.color().channels(),
                        raster.height(),
                        raster.width());
    }
}
