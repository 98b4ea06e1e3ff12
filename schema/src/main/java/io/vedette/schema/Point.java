package io.vedette.schema;

/**
 * A place in a frame, as shares of its width and height in [0, 1], so that it outlives a change of
 * resolution.
 */
public record Point(double x, double y) {

    public Point {
        if (!(x >= 0 && x <= 1) || !(y >= 0 && y <= 1)) {
            throw new IllegalArgumentException(
                    "Point must lie in [0, 1] x [0, 1] but was (%s, %s).".formatted(x, y));
        }
    }
}
