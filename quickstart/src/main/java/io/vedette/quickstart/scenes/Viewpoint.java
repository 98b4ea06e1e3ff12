package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.drawing.Pinhole;
import io.vedette.quickstart.scenes.drawing.Vec;
import io.vedette.quickstart.scenes.world.Dice;
import io.vedette.quickstart.scenes.world.Layout;
import io.vedette.quickstart.scenes.world.Point;
import java.util.List;

/**
 * Where a camera hangs and where it looks.
 *
 * @param eye in metres
 * @param target in metres
 * @param degrees the horizontal angle of view
 */
record Viewpoint(Vec eye, Vec target, double degrees) {

    private static final List<String> NAMES =
            List.of(
                    "north",
                    "east",
                    "south",
                    "west",
                    "north-east",
                    "south-east",
                    "south-west",
                    "north-west",
                    "north-north-east",
                    "east-south-east",
                    "south-south-west",
                    "west-north-west",
                    "east-north-east",
                    "south-south-east",
                    "west-south-west",
                    "north-north-west");
    private static final double[] BEARINGS = {
        0, 90, 180, 270, 45, 135, 225, 315, 22.5, 112.5, 202.5, 292.5, 67.5, 157.5, 247.5, 337.5
    };

    /** A way to choose the viewpoint of a camera by its index. */
    interface Choice {
        Viewpoint of(Layout layout, int index, Dice dice);
    }

    static int most() {
        return NAMES.size();
    }

    /** The name of the place of an index: the direction in which it lies. */
    static String name(int index) {
        return NAMES.get(index);
    }

    /** A camera over a pavement, to one side of the junction, that looks across it. */
    static Viewpoint of(Layout layout, int index, Dice dice) {
        double bearing = StrictMath.toRadians(BEARINGS[index] + dice.between(9, 30));
        double away = dice.between(15, 25);
        Point out = new Point(StrictMath.sin(bearing), StrictMath.cos(bearing));
        Point at = overStreet(layout, out.times(away));
        double height = dice.between(4.6, 8.5);
        Point target = at.times(dice.between(-0.35, 0.12)).plus(aside(dice));
        return new Viewpoint(
                new Vec(at.x(), at.y(), height),
                new Vec(target.x(), target.y(), dice.between(0, 1.2)),
                dice.between(58, 78));
    }

    /** A camera at any place in the street, of any height and angle of view in use. */
    static Viewpoint anywhere(Layout layout, int index, Dice dice) {
        double bearing = dice.between(0, 2 * Math.PI);
        double away = dice.between(12, 30);
        Point out = new Point(StrictMath.sin(bearing), StrictMath.cos(bearing));
        Point at = overStreet(layout, out.times(away));
        Point target = at.times(dice.between(-0.5, 0.2)).plus(aside(dice).times(1.6));
        return new Viewpoint(
                new Vec(at.x(), at.y(), dice.between(3.4, 9)),
                new Vec(target.x(), target.y(), dice.between(-0.5, 1.6)),
                dice.between(56, 84));
    }

    private static Point aside(Dice dice) {
        return new Point(dice.between(-3.0, 3.0), dice.between(-3.0, 3.0));
    }

    /** The nearest place to a wish that is not within a house. */
    private static Point overStreet(Layout layout, Point wish) {
        double x = layout.half(0) + layout.pavement() - 0.4;
        double y = layout.half(1) + layout.pavement() - 0.4;
        if (Math.abs(wish.x()) <= x || Math.abs(wish.y()) <= y) {
            return wish;
        }
        return Math.abs(wish.x()) - x < Math.abs(wish.y()) - y
                ? new Point(Math.signum(wish.x()) * x, wish.y())
                : new Point(wish.x(), Math.signum(wish.y()) * y);
    }

    Point ground() {
        return new Point(eye.x(), eye.y());
    }

    Pinhole camera(int width, int height) {
        return Pinhole.lookingAt(eye, target, degrees, width, height);
    }
}
