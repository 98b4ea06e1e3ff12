package io.vedette.store;

/**
 * The store could not do what was asked. The message names the store, never its password.
 *
 * <p>{@link #isUnavailable()} tells a store that cannot be reached now from a fault that waiting
 * will not cure.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unavailable;

    StoreException(String message, boolean unavailable, Throwable cause) {
        super(message, cause);
        this.unavailable = unavailable;
    }

    /** Whether the same call may succeed later. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
