package io.vedette.quickstart.scenes.drawing;

/**
 * A place or a direction in the world, in metres.
 *
 * @param x to the east
 * @param y to the north
 * @param z up
 */
public record Vec(double x, double y, double z) {

    static final Vec UP = new Vec(0, 0, 1);

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec cross(Vec other) {
        return new Vec(
                y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec unit() {
        return times(1 / length());
    }
}
