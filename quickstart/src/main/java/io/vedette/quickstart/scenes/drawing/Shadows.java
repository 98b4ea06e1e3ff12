package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Kind;
import io.vedette.quickstart.scenes.world.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The shadows that objects cast on the ground: by the sun, or right below them when it is hidden.
 */
final class Shadows {

    private static final double ABOVE = 0.012;

    private final Light light;

    Shadows(Light light) {
        this.light = light;
    }

    /** The outline of somebody's shadow, as x, y and z of its corners, seen from above. */
    double[] of(Actor actor) {
        Kind kind = actor.kind();
        double more = light.sunny() ? 0 : 0.14;
        Point ahead = actor.pose().ahead().times((kind.length() / 2 + more) * actor.size());
        Point right = actor.pose().ahead().right().times((kind.width() / 2 + more) * actor.size());
        Point at = actor.pose().at();
        List<Point> corners =
                new ArrayList<>(
                        List.of(
                                at.plus(ahead).plus(right),
                                at.plus(ahead).minus(right),
                                at.minus(ahead).plus(right),
                                at.minus(ahead).minus(right)));
        if (light.sunny()) {
            Vec sun = light.toSun();
            double reach = Math.min(12, kind.height() / sun.z()) * actor.size();
            Point shift = new Point(-sun.x() * reach, -sun.y() * reach);
            corners.addAll(List.copyOf(corners).stream().map(c -> c.plus(shift)).toList());
        }
        return flat(hull(corners));
    }

    private static double[] flat(List<Point> hull) {
        double[] corners = new double[3 * hull.size()];
        for (int i = 0; i < hull.size(); i++) {
            corners[3 * i] = hull.get(i).x();
            corners[3 * i + 1] = hull.get(i).y();
            corners[3 * i + 2] = ABOVE;
        }
        return corners;
    }

    /** The convex hull, anticlockwise, by Andrew's monotone chain. */
    private static List<Point> hull(List<Point> points) {
        points.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        List<Point> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int start = hull.size();
            for (int i = 0; i < points.size(); i++) {
                Point point = points.get(pass == 0 ? i : points.size() - 1 - i);
                while (hull.size() >= start + 2 && !leftTurn(hull, point)) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(point);
            }
            hull.remove(hull.size() - 1);
        }
        return hull;
    }

    private static boolean leftTurn(List<Point> hull, Point next) {
        Point a = hull.get(hull.size() - 2);
        Point b = hull.get(hull.size() - 1);
        return b.minus(a).cross(next.minus(b)) > 0;
    }
}
