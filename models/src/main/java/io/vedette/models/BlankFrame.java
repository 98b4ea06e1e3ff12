package io.vedette.models;

import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A black frame of just the size that a model wants, to try it with. */
public final class BlankFrame {

    private BlankFrame() {}

    /** A frame with a raster of zeros. */
    @SuppressWarnings("NullAway") // does not see that a picture may be null
    public static Frame of(RasterSpec spec) {
        Raster raster =
                new Raster(
                        spec.width(),
                        spec.height(),
                        spec.color(),
                        spec.place(spec.width(), spec.height()),
                        new byte[spec.size()]);
        return new Frame(
                "blank",
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                spec.width(),
                spec.height(),
                raster,
                null);
    }

    static List<Raster> rasters(List<Frame> frames) {
        return frames.stream().map(Frame::raster).map(Objects::requireNonNull).toList();
    }
}
