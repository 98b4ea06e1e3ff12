package io.vedette.store;

import io.vedette.schema.ModelRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest inferred frame of a camera.
 *
 * @param camera the camera's id
 * @param capturedAt when its picture was taken
 * @param sequence the frame's number
 * @param width of the frame, in pixels
 * @param height of the frame, in pixels
 * @param arrivedAt when it arrived, by our clock; null if it was stored before that was kept
 * @param model which model looked at it
 */
public record CameraActivity(
        String camera,
        Instant capturedAt,
        long sequence,
        int width,
        int height,
        @Nullable Instant arrivedAt,
        ModelRef model) {}
