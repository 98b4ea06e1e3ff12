package io.vedette.sources;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.io.IOException;

/** A picture whose pixels are made only on demand. */
public interface Pixels {

    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /** The picture as a model wants it, made in one pass of the scaler. */
    Raster raster(RasterSpec spec) throws IOException;

    /**
     * The full-size picture as JPEG.
     *
     * @param quality 1 to 100
     */
    byte[] picture(int quality) throws IOException;
}
