package io.vedette.server;

import java.util.List;

/** A request with parameters that cannot be used; it names all of them. */
final class BadParametersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ParameterError> errors;

    BadParametersException(List<ParameterError> errors) {
        super("Parameters that cannot be used: " + errors);
        this.errors = List.copyOf(errors);
    }

    List<ParameterError> errors() {
        return errors;
    }
}
