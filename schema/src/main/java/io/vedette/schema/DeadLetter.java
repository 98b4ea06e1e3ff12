package io.vedette.schema;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input that could not be processed, with the reason. On Kafka the value is the input itself and
 * the rest travels in headers.
 *
 * @param camera the camera's id, as far as it is known
 * @param stage where it failed, for example {@code decode} or {@code detect}
 * @param reason why, for a person
 * @param failedAt when
 * @param capturedAt the frame's capture time, as far as it is known
 * @param origin where the input came from, for example a topic, partition and offset
 * @param value the input; null where it is too large or was never in bytes
 */
public record DeadLetter(
        @Nullable String camera,
        String stage,
        String reason,
        Instant failedAt,
        @Nullable Instant capturedAt,
        @Nullable String origin,
        byte @Nullable [] value) {

    public DeadLetter {
        Names.notBlank("Dead letter stage", stage);
        reason = CameraUri.redact(reason);
    }

    /** The letter for a frame that failed at a stage. */
    public static DeadLetter of(Frame frame, String stage, String reason) {
        return new DeadLetter(
                frame.camera(),
                stage,
                reason,
                Instant.now(),
                frame.capturedAt(),
                null,
                frame.picture());
    }

    /**
     * What travels in Kafka headers: {@code stage}, {@code reason}, {@code failed-at}, {@code
     * captured-at}, {@code origin}; those that are not known are left out.
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("stage", stage);
        headers.put("reason", reason);
        headers.put("failed-at", failedAt.toString());
        if (capturedAt != null) {
            headers.put("captured-at", capturedAt.toString());
        }
        if (origin != null) {
            headers.put("origin", origin);
        }
        return headers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeadLetter that
                && Objects.equals(camera, that.camera)
                && stage.equals(that.stage)
                && reason.equals(that.reason)
                && failedAt.equals(that.failedAt)
                && Objects.equals(capturedAt, that.capturedAt)
                && Objects.equals(origin, that.origin)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(camera, stage, failedAt);
    }

    @Override
    public String toString() {
        return "DeadLetter[%s, %s: %s]".formatted(camera, stage, reason);
    }
}
