package io.vedette.store;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vedette.schema.Detection;
import io.vedette.schema.ModelRef;
import java.time.Instant;

/**
 * A detection with the frame it was seen in.
 *
 * @param camera the camera's id
 * @param sequence the frame's number
 * @param capturedAt when the picture was taken, to the microsecond
 * @param detection what was seen
 * @param model which model saw it
 */
@JsonPropertyOrder({"camera", "sequence", "capturedAt", "detection", "model"})
public record StoredDetection(
        String camera,
        long sequence,
        Instant capturedAt,
        @JsonUnwrapped Detection detection,
        ModelRef model) {}
