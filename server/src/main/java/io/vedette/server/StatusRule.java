package io.vedette.server;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.store.CameraActivity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the job told of a camera can still be true. A job tells only changes, so what it
 * told last stays when it is gone: a live camera must be seen in results, and an attempt that was
 * announced must have been made.
 */
final class StatusRule {

    /** How long a live camera may be without a result; longer if it is inferred more rarely. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** In how many of its frame intervals a live camera has a result at least once. */
    private static final double INTERVALS = 5;

    /** How long an attempt may take, and what is told of it be on its way. */
    static final Duration OVERDUE = Duration.ofMinutes(2);

    /** Failures that are alike are told ever more rarely: after so many as there were before. */
    static final Duration EACH_ATTEMPT = Duration.ofSeconds(90);

    private StatusRule() {}

    /**
     * The status to show.
     *
     * @param told what the job told last; null if nothing
     * @param seen the camera's newest result; null if there is none
     */
    static StatusView shown(
            Camera camera,
            @Nullable CameraStatus told,
            @Nullable CameraActivity seen,
            Instant now) {
        if (!camera.enabled()) {
            return told != null && told.state() == CameraState.DISABLED
                    ? StatusView.told(told)
                    : StatusView.disabled();
        }
        if (told == null) {
            return StatusView.unknown("No job has told how this camera does.");
        }
        return switch (told.state()) {
            case LIVE -> live(camera, told, seen, now);
            case DISABLED ->
                    StatusView.doubted(
                            told, "It was switched on, but no job has taken it up yet.", null);
            case ENDED -> StatusView.told(told);
            default -> waiting(told, now);
        };
    }

    private static StatusView live(
            Camera camera, CameraStatus told, @Nullable CameraActivity seen, Instant now) {
        Instant lastSign = lastSign(told, seen);
        Duration silence = Duration.between(lastSign, now);
        return silence.compareTo(patience(camera)) <= 0
                ? StatusView.told(told)
                : StatusView.doubted(
                        told,
                        "It was said to be live, but there is no newer result; the job may not run.",
                        lastSign);
    }

    private static Instant lastSign(CameraStatus told, @Nullable CameraActivity seen) {
        if (seen == null) {
            return told.since();
        }
        Instant arrived = seen.arrivedAt() == null ? seen.capturedAt() : seen.arrivedAt();
        return arrived.isAfter(told.since()) ? arrived : told.since();
    }

    private static Duration patience(Camera camera) {
        Double rate = camera.framesPerSecond();
        Duration intervals =
                rate == null
                        ? Duration.ZERO
                        : Duration.ofMillis(Math.round(1000 * INTERVALS / rate));
        return intervals.compareTo(SILENCE) > 0 ? intervals : SILENCE;
    }

    /** Connecting, or about to be opened again. A stall that is not waited for may last. */
    private static StatusView waiting(CameraStatus told, Instant now) {
        Instant due = told.nextAttemptAt();
        if (due == null && told.state() == CameraState.CONNECTING) {
            due = told.since();
        }
        return due == null || now.isBefore(due.plus(overdue(told, due)))
                ? StatusView.told(told)
                : StatusView.doubted(
                        told,
                        "It should have been opened again long ago; the job may not run.",
                        due);
    }

    /** Pauses grow, so as many attempts again may take several times as long as those before. */
    private static Duration overdue(CameraStatus told, Instant due) {
        return OVERDUE.plus(EACH_ATTEMPT.multipliedBy(told.attempt()))
                .plus(Duration.between(told.since(), due).multipliedBy(4));
    }
}
