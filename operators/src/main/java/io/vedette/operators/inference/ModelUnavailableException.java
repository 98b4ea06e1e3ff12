package io.vedette.operators.inference;

/** An element waited in vain for a model that is out of service. */
public final class ModelUnavailableException extends Exception {

    ModelUnavailableException(String message) {
        super(message);
    }
}
