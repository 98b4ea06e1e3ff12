package io.vedette.models;

import io.vedette.models.inputs.ImageRaster;
import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.awt.image.BufferedImage;
import java.time.Instant;

/** Frames that no camera took. */
public final class StillFrame {

    private static final String CAMERA = "still";

    private StillFrame() {}

    /** A black frame of just the size that a model wants. */
    public static Frame blank(RasterSpec spec) {
        int width = spec.width();
        int height = spec.height();
        Raster raster =
                new Raster(
                        width,
                        height,
                        spec.color(),
                        spec.place(width, height),
                        new byte[spec.size()]);
        return of(width, height, raster);
    }

    /** A picture as a model wants to see it. */
    public static Frame of(BufferedImage picture, RasterSpec spec) {
        return of(picture.getWidth(), picture.getHeight(), ImageRaster.of(picture, spec));
    }

    @SuppressWarnings("NullAway") // does not see that a picture may be null
    private static Frame of(int width, int height, Raster raster) {
        return new Frame(CAMERA, 0, Instant.EPOCH, Instant.EPOCH, width, height, raster, null);
    }
}
