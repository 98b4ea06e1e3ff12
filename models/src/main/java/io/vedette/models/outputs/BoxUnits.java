package io.vedette.models.outputs;

import io.vedette.schema.RasterSpec;

/** What a box's numbers count. */
public enum BoxUnits {
    /** Pixels of the network's input. */
    PIXELS,
    /** Fractions, 0 to 1, of the network's input. */
    FRACTION,
    /** Pixels of the source frame, whose size the network was told. */
    SOURCE;

    /** The factor from a horizontal number to pixels. */
    float scaleX(RasterSpec raster) {
        return this == FRACTION ? raster.width() : 1;
    }

    /** The factor from a vertical number to pixels. */
    float scaleY(RasterSpec raster) {
        return this == FRACTION ? raster.height() : 1;
    }
}
