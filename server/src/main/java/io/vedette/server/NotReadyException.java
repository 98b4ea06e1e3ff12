package io.vedette.server;

/** Something the answer needs has not been read yet; the same request will work soon. */
final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReadyException(String message) {
        super(message);
    }
}
