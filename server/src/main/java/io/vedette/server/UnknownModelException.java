package io.vedette.server;

/** A model was asked for of which no version is in the models folder. */
final class UnknownModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownModelException(String model) {
        super("Model '%s' is not in the models folder.".formatted(model));
    }
}
