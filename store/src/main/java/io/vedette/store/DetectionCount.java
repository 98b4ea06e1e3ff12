package io.vedette.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many detections there were in a span of time.
 *
 * @param from when the span begins
 * @param camera seen by this camera; null where cameras are counted together
 * @param label of this class; null where labels are counted together
 * @param model seen by the model of this name; null where models are counted together
 * @param count how many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"from", "camera", "label", "model", "count"})
public record DetectionCount(
        Instant from,
        @Nullable String camera,
        @Nullable String label,
        @Nullable String model,
        long count) {

    /** By what detections are counted apart. */
    public enum Group {
        CAMERA("camera"),
        LABEL("label"),
        MODEL("model_name");

        private final String column;

        Group(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
