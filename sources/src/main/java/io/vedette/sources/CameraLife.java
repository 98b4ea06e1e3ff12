package io.vedette.sources;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.CameraUri;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one camera is in its life. It is told what happens, and tells its listener of every change,
 * once: of state, of cause, of what the camera sends. Attempts that fail alike are told at the 1st,
 * 2nd, 4th, 8th and so on, so a camera that is away for a week is told of 20 times.
 *
 * <p>No threads; used by one at a time. What it tells holds no credentials.
 */
final class CameraLife {

    private final InstantSource clock;
    private final StatusListener listener;
    private CameraStatus status;
    private boolean told;

    CameraLife(String camera, InstantSource clock, StatusListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.status = CameraStatus.of(camera, CameraState.CONNECTING, clock.instant());
    }

    /** It is opened for the first time; nothing is told after that. */
    void begins() {
        if (!told) {
            told = true;
            listener.changed(status);
        }
    }

    /** A new picture came. */
    void shows(CameraStatus.Video video) {
        if (status.state() != CameraState.LIVE || !video.equals(status.video())) {
            become(CameraState.LIVE, null, null, 0, null, video);
        }
    }

    /** Pictures come, but not as they should. */
    void stalls(CameraCause cause, String message, CameraStatus.Video video) {
        if (status.cause() != cause || !video.equals(status.video())) {
            become(cause.state(), cause, message, 0, null, video);
        }
    }

    /**
     * It could not be opened, or what was open failed.
     *
     * @param opened whether a picture had come
     * @param nextAttemptAt null where there will be none
     * @return whether it is the first time for this cause
     */
    boolean fails(
            CameraCause cause, String message, boolean opened, @Nullable Instant nextAttemptAt) {
        int attempt = opened ? 0 : status.attempt() + 1;
        return become(
                cause.state(),
                cause,
                CameraUri.redact(message),
                attempt,
                nextAttemptAt,
                status.video());
    }

    /** A file was played to its end. */
    void ends() {
        become(CameraState.ENDED, null, null, 0, null, status.video());
    }

    private boolean become(
            CameraState state,
            @Nullable CameraCause cause,
            @Nullable String message,
            int attempt,
            @Nullable Instant nextAttemptAt,
            CameraStatus.@Nullable Video video) {
        CameraStatus before = status;
        boolean change = state != before.state() || cause != before.cause();
        Instant since = change ? clock.instant() : before.since();
        status =
                new CameraStatus(
                        before.camera(),
                        state,
                        cause,
                        message,
                        since,
                        attempt,
                        nextAttemptAt,
                        video);
        if (change || !Objects.equals(video, before.video()) || Integer.bitCount(attempt) == 1) {
            listener.changed(status);
        }
        return change;
    }
}
