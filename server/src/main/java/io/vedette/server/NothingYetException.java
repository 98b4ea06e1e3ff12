package io.vedette.server;

/** Something was asked for that comes into being later. */
final class NothingYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingYetException(String message) {
        super(message);
    }
}
