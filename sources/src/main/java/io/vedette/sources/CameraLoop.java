package io.vedette.sources;

import io.vedette.schema.CameraUri;
import io.vedette.schema.Frame;
import io.vedette.sources.CameraMetrics.DropCause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one camera in one thread: connect, hand over frames, and after a failure connect
 * again, for ever. A file ends, begins again with {@code loop=true}, and in a bounded run also ends
 * when it fails.
 *
 * <p>Only this thread touches the stream, so it also frees it. An {@link Error}, such as natives
 * that are missing, fails the reader; nothing else leaves the camera.
 */
final class CameraLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);

    /** Opens a camera's stream; gives up soon after {@code cancelled} turns true. */
    interface Opener {
        FrameStream open(CameraSplit camera, BooleanSupplier cancelled) throws IOException;
    }

    private final CameraSplit camera;
    private final @Nullable FileUri file;
    private final boolean bounded;
    private final Opener opener;
    private final FrameMaker frames;
    private final RateLimit rate;
    private final Backoff backoff;
    private final FrameHandOver.Slot slot;
    private final FrameHandOver handOver;
    private final CameraMetrics metrics;
    private final StopSignal stop;
    private final Pace pace = new Pace();
    private @Nullable String lastReason;

    CameraLoop(
            CameraSplit camera,
            CaptureSettings capture,
            Backoff backoff,
            boolean bounded,
            Opener opener,
            FrameHandOver handOver,
            CameraMetrics metrics,
            StopSignal stop) {
        this.camera = camera;
        this.file = camera.file();
        this.bounded = bounded;
        this.opener = opener;
        CaptureClock clock = file == null ? CaptureClock.live() : CaptureClock.file(file.start());
        this.frames = new FrameMaker(camera.camera(), capture, clock);
        this.rate = RateLimit.of(camera.framesPerSecond());
        this.backoff = backoff;
        this.handOver = handOver;
        this.slot = handOver.slot(camera.camera());
        this.metrics = metrics;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            boolean again = true;
            while (again && !stop.isSet()) {
                again = attempt();
            }
        } catch (InterruptedException e) {
            LOG.debug("Camera '{}': stopped.", camera.camera());
        } catch (Error e) {
            handOver.fail(e);
        } finally {
            metrics.ended();
            slot.end();
        }
    }

    /** Plays the stream once; false when there is nothing more to play. */
    private boolean attempt() throws InterruptedException {
        try {
            play();
            if (file == null) {
                throw new IOException("the stream ended");
            }
            frames.restart();
            if (!file.loop()) {
                LOG.info("Camera '{}': its file has ended.", camera.camera());
            }
            return file.loop();
        } catch (IOException | RuntimeException e) {
            if (stop.isSet()) {
                return false;
            }
            return !bounded ? retryLater(e) : giveUp(e);
        }
    }

    private void play() throws IOException, InterruptedException {
        try (FrameStream stream = opener.open(camera, stop::isSet)) {
            DecodedFrame decoded = stream.next();
            if (decoded == null) {
                throw new IOException("it holds no frame");
            }
            live(decoded);
            while (decoded != null && !stop.isSet()) {
                offer(decoded);
                decoded = stream.next();
            }
        }
    }

    private void live(DecodedFrame first) {
        if (metrics.live()) {
            LOG.info("Camera '{}': live, {} x {}.", camera.camera(), first.width(), first.height());
        }
        backoff.succeeded();
        lastReason = null;
    }

    private void offer(DecodedFrame decoded) throws IOException, InterruptedException {
        metrics.frameDecoded();
        FrameMaker.Stamp stamp = frames.stamp(decoded);
        if (decoded.damaged()) {
            metrics.frameDropped(DropCause.DAMAGED);
        } else if (!rate.admits(stamp.capturedAt())) {
            metrics.frameDropped(DropCause.RATE);
        } else if (file != null && file.fast()) {
            slot.put(frames.make(stamp, decoded));
        } else {
            if (file != null) {
                pace.await(stamp.capturedAt());
            }
            replace(frames.make(stamp, decoded));
        }
    }

    private void replace(Frame frame) {
        Frame replaced = slot.replace(frame);
        if (replaced != null) {
            frames.lost(replaced);
            metrics.frameDropped(DropCause.SUPERSEDED);
        }
    }

    private boolean retryLater(Exception failure) throws InterruptedException {
        frames.restart();
        Duration pause = backoff.next();
        metrics.reconnecting();
        String reason = reason(failure);
        if (!backoff.steady() || !reason.equals(lastReason)) {
            String line =
                    "Camera '%s': %s, reconnecting (attempt %d, next in %.1f s)."
                            .formatted(
                                    camera.camera(),
                                    reason,
                                    backoff.attempt(),
                                    pause.toMillis() / 1000.0);
            warn(line, failure);
        }
        lastReason = reason;
        stop.pause(pause);
        return true;
    }

    private boolean giveUp(Exception failure) {
        warn(
                "Camera '%s': %s, so the bounded run goes on without it."
                        .formatted(camera.camera(), reason(failure)),
                failure);
        return false;
    }

    /** Only a defect of ours is worth a stack trace. */
    private static void warn(String line, Exception failure) {
        if (failure instanceof IOException) {
            LOG.warn(line);
        } else {
            LOG.warn(line, failure);
        }
    }

    private static String reason(Exception failure) {
        return CameraUri.redact(
                Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }

    /** Keeps a file to real time by the capture times of its frames. */
    private final class Pace {

        private @Nullable Instant firstCapturedAt;
        private long startNanos;

        void await(Instant capturedAt) throws InterruptedException {
            if (firstCapturedAt == null) {
                firstCapturedAt = capturedAt;
                startNanos = System.nanoTime();
            }
            long due = Duration.between(firstCapturedAt, capturedAt).toNanos();
            stop.pause(Duration.ofNanos(Math.max(0, due - (System.nanoTime() - startNanos))));
        }
    }
}
