package io.vedette.server;

/** A camera was asked for that the camera list does not hold. */
final class UnknownCameraException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCameraException(String camera) {
        super("Camera '%s' is not in the camera list.".formatted(camera));
    }
}
