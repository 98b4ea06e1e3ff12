package io.vedette.operators.inference;

/** The memory of a device does not suffice for a batch. */
public final class DeviceMemoryException extends Exception {

    public DeviceMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
