package io.vedette.sources;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraUri;
import io.vedette.schema.Share;
import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceSplit;
import org.jspecify.annotations.Nullable;

/**
 * A camera as a split of {@link RtspSource}. It travels from the enumerator to a reader and is in
 * no checkpoint, since its uri may hold credentials.
 *
 * @param camera the camera's id
 * @param uri where its pictures come from
 * @param framesPerSecond how many frames a second are handed on; null means all
 * @param share what it gets where not all frames can be inferred
 */
public record CameraSplit(String camera, String uri, @Nullable Double framesPerSecond, Share share)
        implements SourceSplit, Serializable {

    /** A camera with the share of all others. */
    public CameraSplit(String camera, String uri, @Nullable Double framesPerSecond) {
        this(camera, uri, framesPerSecond, Share.EQUAL);
    }

    public static CameraSplit of(Camera camera) {
        return new CameraSplit(camera.id(), camera.uri(), camera.framesPerSecond(), camera.share());
    }

    /** The same camera with another share. */
    CameraSplit withShare(Share other) {
        return new CameraSplit(camera, uri, framesPerSecond, other);
    }

    @Override
    public String splitId() {
        return camera;
    }

    /** The file behind a {@code file:} uri; null for a camera on the network. */
    @Nullable FileUri file() {
        return CameraUri.scheme(uri).equals("file") ? FileUri.parse(camera, uri) : null;
    }

    @Override
    public String toString() {
        return "CameraSplit[%s, %s]".formatted(camera, CameraUri.redact(uri));
    }
}
