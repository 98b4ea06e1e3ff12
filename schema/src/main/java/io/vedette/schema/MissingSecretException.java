package io.vedette.schema;

/**
 * A reference in a camera's uri leads to nothing that can be used. The message names the reference
 * and the rule, never what was read.
 */
public final class MissingSecretException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MissingSecretException(String message) {
        super(message);
    }
}
