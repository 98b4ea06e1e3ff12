package io.vedette.schema;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * A spot of a detected object, such as an eye of a face, in pixels of the source frame, origin at
 * its top-left corner. It may lie outside the frame, where the object does.
 */
public record Landmark(
        @JsonSerialize(using = Rounded.ToHundredths.class) float x,
        @JsonSerialize(using = Rounded.ToHundredths.class) float y) {

    public Landmark {
        Names.finite("Landmark x", x);
        Names.finite("Landmark y", y);
    }
}
