package io.vedette.operators.inference;

/** An element's inference did not return in time. */
public final class InferenceTimeoutException extends Exception {

    InferenceTimeoutException(String message) {
        super(message);
    }
}
