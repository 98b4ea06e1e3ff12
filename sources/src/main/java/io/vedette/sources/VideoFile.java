package io.vedette.sources;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a local video or image, one after another and without Flink. An image is a video of
 * one frame.
 *
 * <p>Used by one thread.
 */
public final class VideoFile implements AutoCloseable {

    private final FrameStream stream;
    private final FrameMaker frames;
    private @Nullable DecodedFrame current;

    /**
     * Opens a file.
     *
     * @param camera the id that its frames carry
     * @param start the capture time of its first frame
     */
    public VideoFile(Path file, String camera, CaptureSettings settings, Instant start)
            throws IOException {
        stream = FfmpegFrameStream.ofFile(file, () -> false);
        frames = new FrameMaker(camera, settings, CaptureClock.file(start));
    }

    /** The next frame; null after the last. */
    public @Nullable Frame next() throws IOException {
        current = stream.next();
        return current == null ? null : frames.make(frames.stamp(current), current);
    }

    /**
     * The frame that {@link #next} gave last, in full size, as BGR.
     *
     * @throws IllegalStateException if there is none
     */
    public Raster pixels() throws IOException {
        if (current == null) {
            throw new IllegalStateException("There is no current frame.");
        }
        return current.raster(
                new RasterSpec(
                        current.width(),
                        current.height(),
                        Resize.STRETCH,
                        Anchor.TOP_LEFT,
                        0,
                        ColorOrder.BGR));
    }

    @Override
    public void close() {
        stream.close();
    }
}
