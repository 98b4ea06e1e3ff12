package io.vedette.server;

import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import org.jspecify.annotations.Nullable;

/**
 * A record of the camera topic.
 *
 * @param id the camera it is about
 * @param camera its settings; null when it was removed
 */
record CameraUpdate(String id, @Nullable Camera camera) {

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException if it is no camera, without showing its credentials
     */
    static CameraUpdate of(@Nullable String key, byte @Nullable [] value) {
        if (key == null) {
            throw new IllegalArgumentException("The key must be the camera's id but is missing.");
        }
        if (value == null) {
            return new CameraUpdate(key, null);
        }
        Camera camera = Json.read(value, Camera.class);
        if (!camera.id().equals(key)) {
            throw new IllegalArgumentException(
                    "The key must be the camera's id '%s' but was '%s'."
                            .formatted(camera.id(), key));
        }
        return new CameraUpdate(key, camera);
    }
}
