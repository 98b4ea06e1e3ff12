package io.vedette.sources;

import io.vedette.schema.RasterSpec;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * In which forms a frame carries its pixels, and how old it may become.
 *
 * @param raster what the model wants to see; null makes no raster
 * @param pictureInterval at most one frame per interval carries the full-size JPEG; zero means
 *     every frame, null none
 * @param jpegQuality of the picture, 1 to 100, on the scale of libjpeg
 * @param maxAge a live camera's frame that is older is not handed on; zero means any age
 */
public record CaptureSettings(
        @Nullable RasterSpec raster,
        @Nullable Duration pictureInterval,
        int jpegQuality,
        Duration maxAge)
        implements Serializable {

    public static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(5);

    public CaptureSettings {
        notNegative("Picture interval", pictureInterval);
        notNegative("Maximum age of a frame", maxAge);
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new IllegalArgumentException(
                    "JPEG quality must be in 1..100 but was %d.".formatted(jpegQuality));
        }
    }

    /** With the default age. */
    public CaptureSettings(
            @Nullable RasterSpec raster, @Nullable Duration pictureInterval, int jpegQuality) {
        this(raster, pictureInterval, jpegQuality, DEFAULT_MAX_AGE);
    }

    private static void notNegative(String subject, @Nullable Duration value) {
        if (value != null && value.isNegative()) {
            throw new IllegalArgumentException(
                    "%s must not be negative but was %s.".formatted(subject, value));
        }
    }
}
