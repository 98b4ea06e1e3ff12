package io.vedette.server;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vedette.schema.Camera;
import io.vedette.store.CameraActivity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A camera as clients see it: as configured, without credentials, how it does and when it was last
 * seen.
 *
 * @param camera the camera without its credentials
 * @param status how it does
 * @param lastFrameAt capture time of its newest inferred frame; null before the first
 * @param lastSequence that frame's number
 * @param width that frame's width in pixels
 * @param height that frame's height in pixels
 */
@JsonPropertyOrder({"camera", "status", "lastFrameAt", "lastSequence", "width", "height"})
record CameraView(
        @JsonUnwrapped Camera camera,
        StatusView status,
        @Nullable Instant lastFrameAt,
        @Nullable Long lastSequence,
        @Nullable Integer width,
        @Nullable Integer height) {

    static CameraView of(Camera camera, StatusView status, @Nullable CameraActivity activity) {
        Camera shown = camera.redacted();
        return activity == null
                ? new CameraView(shown, status, null, null, null, null)
                : new CameraView(
                        shown,
                        status,
                        activity.capturedAt(),
                        activity.sequence(),
                        activity.width(),
                        activity.height());
    }
}
