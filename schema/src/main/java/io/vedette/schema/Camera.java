package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera as it is configured.
 *
 * <p>{@code toString} and {@link #redacted()} hide the credentials of the uri; everything that
 * leaves the process except the camera topic must use one of them.
 *
 * @param id matches {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param uri where its pictures come from: {@code rtsp:}, {@code rtsps:}, {@code http:}, {@code
 *     https:} or {@code file:}; may hold credentials
 * @param model the model that watches it; null means the job's default
 * @param framesPerSecond how many frames a second are inferred; null means all
 * @param priority where not all frames can be inferred, a higher one goes strictly first; null
 *     means 0
 * @param weight its part beside others of its priority there; null means 1
 * @param enabled whether it is watched; true when not given
 * @param zones the places to watch in its picture; empty when not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Camera(
        String id,
        String uri,
        @Nullable String model,
        @Nullable Double framesPerSecond,
        @Nullable Integer priority,
        @Nullable Double weight,
        Boolean enabled,
        List<Zone> zones) {

    public Camera(
            String id,
            String uri,
            @Nullable String model,
            @Nullable Double framesPerSecond,
            @Nullable Integer priority,
            @Nullable Double weight,
            @Nullable Boolean enabled,
            @Nullable List<Zone> zones) {
        this.id = Names.cameraId(id);
        this.uri = CameraUri.validated(id, uri);
        this.model = model;
        this.framesPerSecond = framesPerSecond;
        Share share = Share.of(id, priority, weight);
        this.priority = share.priority() == Share.EQUAL.priority() ? null : share.priority();
        this.weight = share.weight() == Share.EQUAL.weight() ? null : share.weight();
        this.enabled = enabled == null || enabled;
        this.zones = zones == null ? List.of() : zones;
        if (framesPerSecond != null && !(framesPerSecond > 0 && framesPerSecond <= 1000)) {
            throw new IllegalArgumentException(
                    "Camera '%s': framesPerSecond must be in (0, 1000] but was %s."
                            .formatted(id, framesPerSecond));
        }
    }

    /** A camera with the share of all others. */
    public Camera(
            String id,
            String uri,
            @Nullable String model,
            @Nullable Double framesPerSecond,
            @Nullable Boolean enabled,
            @Nullable List<Zone> zones) {
        this(id, uri, model, framesPerSecond, null, null, enabled, zones);
    }

    /** A camera with default settings. */
    public static Camera of(String id, String uri) {
        return new Camera(id, uri, null, null, true, List.of());
    }

    /** What it gets where not all frames can be inferred. */
    public Share share() {
        return Share.of(id, priority, weight);
    }

    /** The same camera without the credentials of its uri. */
    public Camera redacted() {
        return new Camera(
                id,
                CameraUri.redact(uri),
                model,
                framesPerSecond,
                priority,
                weight,
                enabled,
                zones);
    }

    @Override
    public String toString() {
        return "Camera[%s, %s]".formatted(id, CameraUri.redact(uri));
    }
}
