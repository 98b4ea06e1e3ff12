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
import org.jspecify.annotations.Nullable;

/** Finds the input of a graph that takes the picture, and holds a package against it. */
final class PictureTensor {

    private PictureTensor() {}

    /**
     * The input that a package names, else the only one of four dimensions.
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
            problems.add("input %s: a picture must be float, float16 or uint8.".formatted(input));
        }
        if (!accepts(input, wanted)) {
            problems.add(misfit(input, wanted));
        }
        return input;
    }

    /** The input of a graph that takes pictures; empty where none or several may. */
    static Optional<Tensor> find(GraphSignature graph, @Nullable String name) {
        List<Tensor> able =
                graph.inputs().stream()
                        .filter(
                                input ->
                                        name == null
                                                ? input.rank() == 4
                                                : input.name().equals(name))
                        .toList();
        return able.size() == 1 ? Optional.of(able.get(0)) : Optional.empty();
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
        return input.rank() == 4
                && input.size(0) != 0
                && input.fits(layout.channelDimension(), raster.color().channels())
                && input.fits(layout.heightDimension(), raster.height())
                && input.fits(layout.widthDimension(), raster.width());
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
