package io.vedette.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * An error answer (RFC 9457).
 *
 * @param type names the kind of problem; {@code about:blank} says no more than the status does
 * @param title the kind in words, the same for every occurrence
 * @param status the HTTP status
 * @param detail what happened here
 * @param instance the path that was asked for
 * @param errors the parameters at fault; left out when there are none
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ParameterError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final String BLANK = "about:blank";

    static Problem of(int status, String title, String detail, String instance) {
        return new Problem(BLANK, title, status, detail, instance, List.of());
    }
}
