package io.vedette.schema;

import java.io.Serializable;
import java.util.List;

/**
 * The names of Vedette's Kafka topics under one prefix.
 *
 * @param prefix what every name begins with, {@code vedette} by default
 */
public record Topics(String prefix) implements Serializable {

    public static final String DEFAULT_PREFIX = "vedette";

    public Topics {
        if (!prefix.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException(
                    "Topic prefix must match [A-Za-z0-9._-]{1,200} but was '%s'."
                            .formatted(prefix));
        }
    }

    /** The names under the default prefix. */
    public static Topics withDefaultPrefix() {
        return new Topics(DEFAULT_PREFIX);
    }

    /** Key camera, value the JPEG bytes, headers as in {@link FrameHeaders}. */
    public String frames() {
        return prefix + ".frames.v1";
    }

    /** Key camera, value {@link FrameResult}. */
    public String detections() {
        return prefix + ".detections.v1";
    }

    /** Key camera, value {@link Event}. */
    public String events() {
        return prefix + ".events.v1";
    }

    /** Compacted. Key camera, value {@link Camera}; a tombstone removes the camera. */
    public String cameras() {
        return prefix + ".cameras.v1";
    }

    /** Compacted. Key camera, value {@link CameraStatus}; a tombstone says that it was removed. */
    public String cameraStatus() {
        return prefix + ".camera-status.v1";
    }

    /** Compacted. Key model name, value {@link Rollout}. */
    public String rollouts() {
        return prefix + ".rollouts.v1";
    }

    /** Key camera, value the input that failed, headers say why, where and when. */
    public String deadLetters() {
        return prefix + ".dead-letters.v1";
    }

    /** The topics of which only the newest value per key is kept. */
    public List<String> compacted() {
        return List.of(cameras(), cameraStatus(), rollouts());
    }

    /** Every topic. */
    public List<String> all() {
        return List.of(
                frames(),
                detections(),
                events(),
                cameras(),
                cameraStatus(),
                rollouts(),
                deadLetters());
    }
}
