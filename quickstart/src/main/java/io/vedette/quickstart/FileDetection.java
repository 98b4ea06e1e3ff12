package io.vedette.quickstart;

import io.vedette.models.OnnxDetector;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import io.vedette.sources.VideoFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model sees in a file, one frame after another. Used by one thread. */
final class FileDetection {

    private final VideoFile video;
    private final OnnxDetector detector;
    private final ModelRef model;

    FileDetection(VideoFile video, OnnxDetector detector) {
        this.video = video;
        this.detector = detector;
        this.model = detector.model().ref(Route.LIVE);
    }

    /** The result of the next frame; null after the last. */
    @Nullable FrameResult next() throws IOException {
        long begin = System.nanoTime();
        Frame frame = video.next();
        if (frame == null) {
            return null;
        }
        long decoded = System.nanoTime();
        List<Detection> seen = detector.detect(List.of(frame)).get(0);
        long end = System.nanoTime();
        return new FrameResult(
                frame.camera(),
                frame.sequence(),
                frame.capturedAt(),
                frame.width(),
                frame.height(),
                frame.arrivedAt(),
                model,
                new LatencyMs(0, millis(end - decoded), millis(end - begin)),
                seen);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
