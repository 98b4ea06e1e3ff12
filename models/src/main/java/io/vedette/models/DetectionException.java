package io.vedette.models;

import org.jspecify.annotations.Nullable;

/** A batch of frames could not be looked at; the message says which model or frame, and why. */
public sealed class DetectionException extends RuntimeException permits OutOfDeviceMemoryException {

    private static final long serialVersionUID = 1L;

    public DetectionException(String message) {
        this(message, null);
    }

    public DetectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
