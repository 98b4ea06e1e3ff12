package io.vedette.models;

import io.vedette.schema.RasterSpec;
import java.util.List;

/**
 * What a model wants to see. A byte enters the network as {@code (value - mean) / std}.
 *
 * @param raster size, resize and colour order of the picture
 * @param layout order of the tensor's dimensions
 * @param mean one value per channel, in the raster's colour order, on the scale 0..255
 * @param std one value per channel, in the raster's colour order, greater than 0
 */
public record ModelInput(RasterSpec raster, Layout layout, List<Float> mean, List<Float> std) {

    /** In which order a tensor's dimensions stand. */
    public enum Layout {
        /** Batch, channel, row, column. */
        NCHW,
        /** Batch, row, column, channel. */
        NHWC
    }

    public ModelInput {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        int channels = raster.color().channels();
        if (mean.size() != channels || std.size() != channels) {
            throw new IllegalArgumentException(
                    "Mean and std must have %d values for %s but had %d and %d."
                            .formatted(channels, raster.color(), mean.size(), std.size()));
        }
    }
}
