package io.vedette.quickstart.cameras.rtsp;

import java.util.Optional;

/**
 * Which camera a request is about.
 *
 * @param camera its id
 * @param base what the request named, up to the camera, without a slash at its end
 */
public record CameraPath(String camera, String base) {

    /** The only track of a camera. */
    public static final String TRACK = "trackID=0";

    /** Reads a request's URI, absolute or not; nothing if it cannot name a camera. */
    public static Optional<CameraPath> of(String uri) {
        String plain = uri.replaceFirst("[?#].*", "");
        int authority = plain.indexOf("://");
        int path = plain.indexOf('/', authority < 0 ? 0 : authority + 3);
        if (path < 0) {
            return Optional.empty();
        }
        String[] segments = plain.substring(path).replaceAll("/+$", "").split("/", -1);
        boolean track = segments.length == 3 && segments[2].equals(TRACK);
        if (segments.length != 2 && !track) {
            return Optional.empty();
        }
        return Optional.of(
                new CameraPath(segments[1], plain.substring(0, path) + "/" + segments[1]));
    }

    public String track() {
        return base + "/" + TRACK;
    }
}
