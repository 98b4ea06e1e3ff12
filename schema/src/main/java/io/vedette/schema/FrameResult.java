package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a model saw in one frame. Its identity is {@code (camera, capturedAt)}: a result with the
 * same identity replaces an earlier one.
 *
 * @param camera the camera's id
 * @param sequence counts the camera's decoded frames; a gap is a frame that was not inferred
 * @param capturedAt when the picture was taken, to the microsecond
 * @param width of the source frame, in pixels
 * @param height of the source frame, in pixels
 * @param arrivedAt when the frame reached Vedette, to the microsecond
 * @param model which model answered
 * @param latencyMs where the time went
 * @param detections what was seen, most confident first; empty when nothing was
 */
@JsonPropertyOrder({
    "camera",
    "sequence",
    "capturedAt",
    "width",
    "height",
    "arrivedAt",
    "model",
    "latencyMs",
    "detections"
})
public record FrameResult(
        String camera,
        long sequence,
        Instant capturedAt,
        int width,
        int height,
        Instant arrivedAt,
        ModelRef model,
        LatencyMs latencyMs,
        List<Detection> detections) {

    public FrameResult {
        Names.cameraId(camera);
        Names.positive("FrameResult width", width);
        Names.positive("FrameResult height", height);
        capturedAt = capturedAt.truncatedTo(ChronoUnit.MICROS);
        arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
