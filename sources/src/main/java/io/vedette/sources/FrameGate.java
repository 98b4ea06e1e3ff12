package io.vedette.sources;

import io.vedette.schema.CameraStatus.Clock;
import io.vedette.sources.CameraMetrics.Loss;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each decoded frame of a camera: it is handed over or lost, and each loss is
 * counted with its cause. Pixels are made only for frames that are handed over.
 *
 * <p>The frames of a file in real time wait for their moment, those of a fast one until the one
 * before was taken; those of a camera wait for nothing.
 *
 * <p>Used by one thread at a time.
 */
final class FrameGate {

    private final @Nullable FileUri file;
    private final FrameMaker frames;
    private final RateLimit rate;
    private final Duration maxAge;
    private final FrameSlot slot;
    private final CameraMetrics metrics;
    private final StopSignal stop;
    private final LongSupplier nanoTime;
    private final BurstLag lag = new BurstLag();
    private @Nullable Instant firstCapturedAt;
    private long startNanos;

    FrameGate(
            CameraSplit camera,
            CaptureSettings capture,
            Duration clockMaxOffset,
            FrameSlot slot,
            CameraMetrics metrics,
            StopSignal stop,
            LongSupplier nanoTime) {
        this.file = camera.file();
        CaptureClock clock =
                file == null ? CaptureClock.live(clockMaxOffset) : CaptureClock.file(file.start());
        this.frames = new FrameMaker(camera.camera(), capture, clock);
        this.rate = RateLimit.of(camera.framesPerSecond());
        this.maxAge = capture.maxAge();
        this.slot = slot;
        this.metrics = metrics;
        this.stop = stop;
        this.nanoTime = nanoTime;
    }

    /** The stream begins again. */
    void restart() {
        frames.restart();
        lag.restart();
    }

    /** Whose time the frames carry. */
    Clock clock() {
        return frames.clock();
    }

    void offer(DecodedFrame decoded) throws IOException, InterruptedException {
        metrics.frameDecoded();
        lose(Loss.RATE, decoded.skipped());
        FrameMaker.Stamp stamp = frames.stamp(decoded);
        if (decoded.damaged()) {
            lose(Loss.CORRUPT, 1);
        } else if (stale(decoded)) {
            lose(Loss.STALE, 1);
        } else if (!rate.admits(stamp.capturedAt())) {
            lose(Loss.RATE, 1);
        } else {
            handOver(stamp, decoded);
        }
    }

    private boolean stale(DecodedFrame decoded) {
        return file == null
                && lag.of(decoded.mediaTime(), nanoTime.getAsLong()).compareTo(maxAge) > 0
                && !maxAge.isZero();
    }

    private void handOver(FrameMaker.Stamp stamp, DecodedFrame decoded)
            throws IOException, InterruptedException {
        if (file != null && file.fast()) {
            slot.put(frames.offer(stamp, decoded, slot.share()));
            return;
        }
        if (file != null) {
            await(stamp.capturedAt());
        }
        slot.replace(frames.offer(stamp, decoded, slot.share()));
    }

    private void lose(Loss cause, int count) {
        metrics.framesDropped(cause, count);
    }

    /** Keeps a file to real time by the capture times of its frames. */
    private void await(Instant capturedAt) throws InterruptedException {
        if (firstCapturedAt == null) {
            firstCapturedAt = capturedAt;
            startNanos = nanoTime.getAsLong();
        }
        long due = Duration.between(firstCapturedAt, capturedAt).toNanos();
        stop.pause(Duration.ofNanos(Math.max(0, due - (nanoTime.getAsLong() - startNanos))));
    }
}
