package io.vedette.models.inputs;

import io.vedette.schema.RasterSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model wants to see. A byte enters the network as {@code (value - mean) / std}.
 *
 * @param raster size, resize and colour order of the picture
 * @param layout order of the tensor's dimensions
 * @param mean one value per channel, in the raster's colour order, on the scale 0..255
 * @param std one value per channel, in the raster's colour order, greater than 0
 * @param tensor the graph's input that takes the picture; null for the only one that can
 * @param others where the values of the graph's other inputs come from, by input; those that are
 *     not named are guessed from their names
 */
public record ModelInput(
        RasterSpec raster,
        Layout layout,
        List<Float> mean,
        List<Float> std,
        @Nullable String tensor,
        Map<String, OtherInput> others) {

    public ModelInput {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        others = Map.copyOf(others);
        int channels = raster.color().channels();
        if (mean.size() != channels || std.size() != channels) {
            throw new IllegalArgumentException(
                    "Mean and std must have %d values for %s but had %d and %d."
                            .formatted(channels, raster.color(), mean.size(), std.size()));
        }
    }
}
