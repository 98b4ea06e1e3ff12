package io.vedette.server;

/**
 * A parameter that cannot be used.
 *
 * @param parameter its name
 * @param value what was given
 * @param rule what it must be
 */
record ParameterError(String parameter, String value, String rule) {

    static ParameterError unknown(String parameter, String value, String nearest) {
        return new ParameterError(
                parameter, value, "is no parameter here; did you mean '%s'?".formatted(nearest));
    }
}
