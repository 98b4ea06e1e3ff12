package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Pose;

/**
 * A pinhole camera: world metres to pixels, without distortion. Camera space has x to the right, y
 * down and z ahead.
 *
 * @param eye where it hangs
 * @param right the direction of the picture's rows
 * @param down the direction of its columns
 * @param ahead where it looks
 * @param focal the focal length, in pixels
 * @param width the picture's, in pixels
 * @param height the picture's, in pixels
 */
public record Pinhole(
        Vec eye, Vec right, Vec down, Vec ahead, double focal, int width, int height) {

    /**
     * A camera that looks at a point and is held level.
     *
     * @param degrees its horizontal angle of view
     */
    public static Pinhole lookingAt(Vec eye, Vec target, double degrees, int width, int height) {
        Vec ahead = target.minus(eye).unit();
        Vec right = ahead.cross(Vec.UP).unit();
        double focal = width / 2.0 / StrictMath.tan(StrictMath.toRadians(degrees) / 2);
        return new Pinhole(eye, right, ahead.cross(right), ahead, focal, width, height);
    }

    double centreX() {
        return width / 2.0;
    }

    double centreY() {
        return height / 2.0;
    }

    /** Twelve numbers that take a point of the world to camera space, row by row. */
    double[] fromWorld() {
        return fromObject(1, 0, 0, 0);
    }

    /** Twelve numbers that take a point of a solid, x ahead and y to its left, to camera space. */
    double[] fromObject(Pose pose) {
        return fromObject(pose.ahead().x(), pose.ahead().y(), pose.at().x(), pose.at().y());
    }

    private double[] fromObject(double cos, double sin, double x, double y) {
        double[] matrix = new double[12];
        Vec[] rows = {right, down, ahead};
        Vec from = new Vec(x, y, 0).minus(eye);
        for (int i = 0; i < 3; i++) {
            Vec row = rows[i];
            matrix[4 * i] = row.x() * cos + row.y() * sin;
            matrix[4 * i + 1] = row.y() * cos - row.x() * sin;
            matrix[4 * i + 2] = row.z();
            matrix[4 * i + 3] = row.dot(from);
        }
        return matrix;
    }

    /** A direction of the world in camera space. */
    Vec turned(Vec direction) {
        return new Vec(right.dot(direction), down.dot(direction), ahead.dot(direction));
    }

    /** How far ahead of the lens a place is, in metres; negative behind it. */
    public double depth(Vec place) {
        return ahead.dot(place.minus(eye));
    }

    /** The column of a place ahead of the lens. */
    public double column(Vec place) {
        return centreX() + focal * right.dot(place.minus(eye)) / depth(place);
    }

    /** The row of a place ahead of the lens. */
    public double row(Vec place) {
        return centreY() + focal * down.dot(place.minus(eye)) / depth(place);
    }
}
