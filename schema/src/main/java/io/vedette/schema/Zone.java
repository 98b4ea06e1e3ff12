package io.vedette.schema;

import java.util.List;

/**
 * A named polygon, or with two points a line, in a camera's picture.
 *
 * @param id unique in its camera
 * @param points the corners in order
 */
public record Zone(String id, List<Point> points) {

    public Zone {
        Names.notBlank("Zone id", id);
        if (points.size() < 2) {
            throw new IllegalArgumentException(
                    "Zone '%s' must have at least 2 points but had %d."
                            .formatted(id, points.size()));
        }
    }
}
