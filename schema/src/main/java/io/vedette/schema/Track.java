package io.vedette.schema;

import java.time.Instant;

/**
 * One object followed through the frames of one camera.
 *
 * @param camera the camera's id
 * @param id unique in its camera, never used again
 * @param label the class name
 * @param confidence of the last detection, in [0, 1]
 * @param box where it was seen last, in pixels of the source frame
 * @param firstSeen capture time of its first frame
 * @param lastSeen capture time of its last frame
 */
public record Track(
        String camera,
        long id,
        String label,
        float confidence,
        Box box,
        Instant firstSeen,
        Instant lastSeen) {

    public Track {
        Names.cameraId(camera);
        Names.notBlank("Track label", label);
    }
}
