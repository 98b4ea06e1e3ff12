package io.vedette.sources;

import io.vedette.schema.RasterSpec;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * In which forms a frame carries its pixels.
 *
 * @param raster what the model wants to see; null makes no raster
 * @param pictureInterval at most one frame per interval carries the full-size JPEG; zero means
 *     every frame, null none
 * @param jpegQuality of the picture, 1 to 100, on the scale of libjpeg
 */
public record CaptureSettings(
        @Nullable RasterSpec raster, @Nullable Duration pictureInterval, int jpegQuality)
        implements Serializable {

    public CaptureSettings {
        if (pictureInterval != null && pictureInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "Picture interval must not be negative but was %s.".formatted(pictureInterval));
        }
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new IllegalArgumentException(
                    "JPEG quality must be in 1..100 but was %d.".formatted(jpegQuality));
        }
    }
}
