package io.vedette.models;

import org.jspecify.annotations.Nullable;

/**
 * A batch was too large for the memory of the device that runs the model, or for what the process
 * may have outside its heap. A smaller one may well be answered.
 */
public final class OutOfDeviceMemoryException extends DetectionException {

    private static final long serialVersionUID = 1L;

    public OutOfDeviceMemoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
