package io.vedette.models.graph;

/** A graph cannot be changed as asked; the message says why. Nothing was written. */
public final class GraphChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GraphChangeException(String message) {
        super(message);
    }

    GraphChangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
