package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object or in a zone.
 *
 * @param id unique and the same when the event is computed again
 * @param camera the camera's id
 * @param kind what happened
 * @param at capture time of the frame that showed it
 * @param track the object; null for events of a whole zone
 * @param label the object's class name; null for events of a whole zone
 * @param zone the zone; null for the life of an object
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(
        String id,
        String camera,
        Kind kind,
        Instant at,
        @Nullable Long track,
        @Nullable String label,
        @Nullable String zone) {

    public Event {
        Names.notBlank("Event id", id);
        Names.cameraId(camera);
    }

    /** What happened. */
    public enum Kind {
        @JsonProperty("appeared")
        APPEARED,
        @JsonProperty("disappeared")
        DISAPPEARED,
        @JsonProperty("entered")
        ENTERED,
        @JsonProperty("left")
        LEFT,
        @JsonProperty("crossed")
        CROSSED,
        @JsonProperty("dwelled")
        DWELLED,
        @JsonProperty("crowded")
        CROWDED
    }
}
