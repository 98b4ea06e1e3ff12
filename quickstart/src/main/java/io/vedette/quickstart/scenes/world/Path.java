package io.vedette.quickstart.scenes.world;

import java.util.List;

/** A way over the ground, measured in metres from its start. */
public final class Path {

    private static final int CURVE_STEPS = 14;

    private final Point[] points;
    private final double[] distances;

    private Path(List<Point> points) {
        this.points = points.toArray(Point[]::new);
        distances = new double[this.points.length];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = distances[i - 1] + this.points[i].minus(this.points[i - 1]).length();
        }
    }

    /** Straight from point to point. */
    static Path through(List<Point> points) {
        return new Path(points);
    }

    /** Straight to {@code from}, by a curve to {@code to}, straight on to the end. */
    static Path bent(Point start, Point from, Point to, Point end) {
        Point in = from.minus(start).times(1 / from.minus(start).length());
        Point out = end.minus(to).times(1 / end.minus(to).length());
        double reach = to.minus(from).length() * 0.45;
        Point leaving = from.plus(in.times(reach));
        Point arriving = to.minus(out.times(reach));
        List<Point> points = new java.util.ArrayList<>(List.of(start));
        for (int i = 0; i <= CURVE_STEPS; i++) {
            points.add(bezier(from, leaving, arriving, to, (double) i / CURVE_STEPS));
        }
        points.add(end);
        return new Path(points);
    }

    private static Point bezier(Point a, Point b, Point c, Point d, double t) {
        double s = 1 - t;
        return a.times(s * s * s)
                .plus(b.times(3 * s * s * t))
                .plus(c.times(3 * s * t * t))
                .plus(d.times(t * t * t));
    }

    public double length() {
        return distances[distances.length - 1];
    }

    /** The place at a distance from the start; beyond the ends, the ends. */
    public Point at(double distance) {
        int i = segment(distance);
        double part = (distance - distances[i]) / (distances[i + 1] - distances[i]);
        double t = Math.max(0, Math.min(1, part));
        return points[i].times(1 - t).plus(points[i + 1].times(t));
    }

    /** Where a thing of some length stands: it faces from its rear axle to its front axle. */
    Pose pose(double distance, double axles) {
        Point front = at(distance + axles / 2);
        Point rear = at(distance - axles / 2);
        Point ahead = front.minus(rear);
        double length = ahead.length();
        Point unit = length > 1e-6 ? ahead.times(1 / length) : direction(distance);
        return new Pose(front.plus(rear).times(0.5), unit);
    }

    private Point direction(double distance) {
        int i = segment(distance);
        Point way = points[i + 1].minus(points[i]);
        return way.times(1 / way.length());
    }

    private int segment(double distance) {
        int i = 0;
        while (i < distances.length - 2 && distances[i + 1] <= distance) {
            i++;
        }
        return i;
    }
}
