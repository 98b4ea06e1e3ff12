package io.vedette.bench.pipeline;

import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.sources.CaptureSettings;
import io.vedette.sources.VideoFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A video that is played again and again.
 *
 * @param frames how many there are in one play
 * @param first the first of them, as a model wants it
 */
record Clip(Path file, RasterSpec spec, int frames, Raster first) {

    private static final int JPEG_QUALITY = 85;
    private static final String CAMERA = "clip";

    /**
     * Plays it once.
     *
     * @throws IOException if it is no video
     */
    static Clip of(Path file, RasterSpec spec) throws IOException {
        try (VideoFile video = open(file, spec)) {
            Frame first = video.next();
            if (first == null) {
                throw new IOException("%s holds no picture".formatted(file));
            }
            int frames = 1;
            while (video.next() != null) {
                frames++;
            }
            return new Clip(file, spec, frames, Objects.requireNonNull(first.raster()));
        }
    }

    /** Its frames once, from the beginning, without JPEGs. */
    VideoFile open() throws IOException {
        return open(file, spec);
    }

    private static VideoFile open(Path file, RasterSpec spec) throws IOException {
        return new VideoFile(
                file, CAMERA, new CaptureSettings(spec, null, JPEG_QUALITY), Instant.EPOCH);
    }
}
