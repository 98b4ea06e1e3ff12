package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a camera does, told at every change. It holds no credentials.
 *
 * @param camera the camera's id
 * @param state where it is in its life
 * @param cause why it is not live; null where nothing is wrong
 * @param message the cause in a sentence, for people; null where nothing is wrong
 * @param since when it came into this state, for this cause
 * @param attempt how many attempts to open it failed since it was live last
 * @param nextAttemptAt when it is opened again; null where it is not waited for
 * @param video what it sends; null before the first picture
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "camera",
    "state",
    "cause",
    "message",
    "since",
    "attempt",
    "nextAttemptAt",
    "video"
})
public record CameraStatus(
        String camera,
        CameraState state,
        @Nullable CameraCause cause,
        @Nullable String message,
        Instant since,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable Video video) {

    public CameraStatus {
        Names.cameraId(camera);
        since = since.truncatedTo(ChronoUnit.MICROS);
        nextAttemptAt = nextAttemptAt == null ? null : nextAttemptAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Nothing is wrong. */
    public static CameraStatus of(String camera, CameraState state, Instant since) {
        return new CameraStatus(camera, state, null, null, since, 0, null, null);
    }

    /**
     * What a camera sends.
     *
     * @param codec FFmpeg's name of it, for example {@code h264}
     * @param width in pixels
     * @param height in pixels
     * @param clock whose time its frames carry
     */
    public record Video(String codec, int width, int height, Clock clock) {

        public Video {
            Names.notBlank("Video codec", codec);
            Names.positive("Video width", width);
            Names.positive("Video height", height);
        }
    }

    /** Whose time {@code capturedAt} is. */
    public enum Clock {
        /** The camera's own, from its RTCP sender reports. */
        @JsonProperty("camera")
        CAMERA,
        /** Ours, at arrival. */
        @JsonProperty("arrival")
        ARRIVAL,
        /** That of a file. */
        @JsonProperty("media")
        MEDIA
    }
}
