package io.vedette.quickstart.scenes.world;

/**
 * A place on the ground.
 *
 * @param x metres to the east of the junction's centre
 * @param y metres to the north of it
 */
public record Point(double x, double y) {

    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    public Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    /** This direction turned a quarter to the right. */
    public Point right() {
        return new Point(y, -x);
    }

    public double length() {
        return Math.sqrt(x * x + y * y);
    }

    public double dot(Point other) {
        return x * other.x + y * other.y;
    }

    /** Positive where the other direction lies to the left of this one. */
    public double cross(Point other) {
        return x * other.y - y * other.x;
    }
}
