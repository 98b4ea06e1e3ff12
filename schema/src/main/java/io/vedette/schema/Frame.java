package io.vedette.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One picture of one camera. Its identity is {@code (camera, capturedAt)}.
 *
 * <p>A frame carries its pixels in one or both of two forms: as the {@code raster} that the
 * camera's model wants, and as the {@code picture}, the full-size JPEG.
 *
 * @param camera the camera's id
 * @param sequence counts the camera's decoded frames from 0
 * @param capturedAt when the picture was taken, to the microsecond; strictly increases per camera
 * @param arrivedAt when the frame reached Vedette, to the microsecond
 * @param width of the source picture, in pixels
 * @param height of the source picture, in pixels
 * @param raster the picture as the model wants it; null in frames on their way to Kafka
 * @param picture the full-size JPEG; null in most frames of a live camera
 * @param share what its camera gets where not all frames can be inferred
 */
public record Frame(
        String camera,
        long sequence,
        Instant capturedAt,
        Instant arrivedAt,
        int width,
        int height,
        @Nullable Raster raster,
        byte @Nullable [] picture,
        Share share) {

    public Frame {
        Names.cameraId(camera);
        Names.positive("Frame width", width);
        Names.positive("Frame height", height);
        capturedAt = capturedAt.truncatedTo(ChronoUnit.MICROS);
        arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A frame of a camera with the share of all others. */
    public Frame(
            String camera,
            long sequence,
            Instant capturedAt,
            Instant arrivedAt,
            int width,
            int height,
            @Nullable Raster raster,
            byte @Nullable [] picture) {
        this(camera, sequence, capturedAt, arrivedAt, width, height, raster, picture, Share.EQUAL);
    }

    /** The same frame with decoded pixels. */
    public Frame withRaster(Raster newRaster) {
        return new Frame(
                camera, sequence, capturedAt, arrivedAt, width, height, newRaster, picture, share);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that
                && camera.equals(that.camera)
                && sequence == that.sequence
                && capturedAt.equals(that.capturedAt)
                && arrivedAt.equals(that.arrivedAt)
                && width == that.width
                && height == that.height
                && Objects.equals(raster, that.raster)
                && Arrays.equals(picture, that.picture)
                && share.equals(that.share);
    }

    @Override
    public int hashCode() {
        return Objects.hash(camera, capturedAt);
    }

    @Override
    public String toString() {
        return "Frame[%s #%d %s %d x %d]".formatted(camera, sequence, capturedAt, width, height);
    }
}
