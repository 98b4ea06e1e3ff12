package io.vedette.sources;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one camera does all its life: connect, hand over frames, and after a failure connect again,
 * for ever. A file ends, begins again with {@code loop=true}, and in a bounded run also ends when
 * it fails.
 *
 * <p>It is of one thread at a time, which alone touches the stream, so it also frees it. An {@link
 * Error}, such as natives that are missing, fails the reader; nothing else leaves the camera.
 */
final class CameraLoop {

    private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);

    /** Opens a camera's stream. */
    interface Opener {

        /** Gives up soon after {@code cancelled} turns true. */
        FrameStream open(CameraSplit camera, BooleanSupplier cancelled) throws IOException;

        /**
         * Asks, at little cost to both, whether the camera can be reached at all.
         *
         * @throws StreamException if it cannot
         */
        default void knock(CameraSplit camera) throws IOException {}
    }

    private final CameraSplit camera;
    private final WatchSettings settings;
    private final @Nullable FileUri file;
    private final CameraDoor door;
    private final FrameGate gate;
    private final Patience patience;
    private final Liveness pictures;
    private final CameraLife life;
    private final CameraMetrics metrics;
    private final StopSignal stop;
    private boolean away;
    private boolean opened;

    CameraLoop(
            CameraSplit camera,
            WatchSettings settings,
            FrameGate gate,
            CameraLife life,
            CameraMetrics metrics,
            StopSignal stop) {
        this.camera = camera;
        this.settings = settings;
        this.file = camera.file();
        this.door = new CameraDoor(camera, settings);
        this.gate = gate;
        this.patience = new Patience(settings.rtsp(), file != null, new Random());
        RtspSettings rtsp = settings.rtsp();
        Duration frozenAfter = file == null ? rtsp.frozenAfter() : Duration.ZERO;
        this.pictures = new Liveness(frozenAfter, rtsp.readTimeout());
        this.life = life;
        this.metrics = metrics;
        this.stop = stop;
    }

    /**
     * Watches until the camera is stopped, has ended, or is taken from this thread.
     *
     * @throws NativeCalls.GivenUpException if it is taken
     */
    void run(NativeCalls calls) throws InterruptedException {
        life.begins();
        boolean again = true;
        while (again && !stop.isSet()) {
            Exception failure = played(calls);
            calls.requireOwned();
            again = !stop.isSet() && (failure == null ? endsWell() : endsBadly(failure));
        }
    }

    /** The last thread was given up; waits before another may try. */
    void afterHang(GivenUpThreads givenUp) throws InterruptedException {
        gate.restart();
        do {
            Duration pause = patience.after(CameraCause.HUNG);
            String message = "a native call does not return, its thread was given up";
            life.fails(CameraCause.HUNG, message, opened, Instant.now().plus(pause));
            opened = false;
            stop.pause(pause);
        } while (givenUp.count(camera.camera()) >= GivenUpThreads.MAX);
        metrics.reconnects();
    }

    /** Plays the stream once; null when it came to its end, and that is as it should be. */
    private @Nullable Exception played(NativeCalls calls) throws InterruptedException {
        opened = false;
        pictures.restart();
        try {
            play(calls);
            return file != null || stop.isSet() ? null : ended("the camera ended the stream");
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    private void play(NativeCalls calls) throws IOException, InterruptedException {
        try (FrameStream stream = door.open(calls, away)) {
            String codec = stream.codec();
            DecodedFrame decoded = stream.next();
            if (decoded == null) {
                throw new StreamException(CameraCause.NO_PICTURES, "it holds no picture", null);
            }
            while (decoded != null && !stop.isSet()) {
                see(decoded, codec);
                gate.offer(decoded);
                decoded = stream.next();
            }
        }
    }

    private void see(DecodedFrame decoded, String codec) {
        pictures.see(decoded, System.nanoTime());
        if (!pictures.sound() && pictures.problem() == null) {
            return;
        }
        CameraStatus.Video video =
                new CameraStatus.Video(codec, decoded.width(), decoded.height(), gate.clock());
        CameraCause problem = pictures.problem();
        if (problem == null) {
            life.shows(video);
            patience.live();
            opened = true;
            away = false;
        } else {
            life.stalls(problem, message(problem), video);
        }
    }

    private String message(CameraCause problem) {
        return problem == CameraCause.FROZEN_PICTURE
                ? "the picture does not change for %s".formatted(settings.rtsp().frozenAfter())
                : "all pictures are damaged for %s".formatted(settings.rtsp().readTimeout());
    }

    private boolean endsWell() {
        gate.restart();
        boolean loop = file != null && file.loop();
        if (!loop) {
            life.ends();
        }
        return loop;
    }

    private boolean endsBadly(Exception failure) throws InterruptedException {
        gate.restart();
        CameraCause cause = cause(failure);
        away = cause.state() == CameraState.UNREACHABLE || cause.state() == CameraState.STALLED;
        metrics.failed(opened);
        Duration pause = settings.bounded() ? null : patience.after(cause);
        Instant next = pause == null ? null : Instant.now().plus(pause);
        String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        boolean first = life.fails(cause, message, opened, next);
        if (first && !(failure instanceof IOException)) {
            LOG.warn("Camera '{}': this is a defect.", camera.camera(), failure);
        }
        if (pause != null) {
            stop.pause(pause);
            metrics.reconnects();
        }
        return pause != null;
    }

    private CameraCause cause(Exception failure) {
        if (failure instanceof StreamException known) {
            return known.reason();
        }
        boolean defect = !(failure instanceof IOException);
        return opened || file != null || defect
                ? CameraCause.STREAM_CORRUPT
                : CameraCause.NO_ANSWER;
    }

    private static StreamException ended(String message) {
        return new StreamException(CameraCause.STREAM_ENDED, message, null);
    }
}
