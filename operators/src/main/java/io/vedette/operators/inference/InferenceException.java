package io.vedette.operators.inference;

/** Inference failed in a way that no single element is to blame for. */
public final class InferenceException extends Exception {

    InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
