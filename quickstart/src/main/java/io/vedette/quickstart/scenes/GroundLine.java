package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.world.Point;
import org.jspecify.annotations.Nullable;

/**
 * A line on the ground of a junction, from one place to another; in metres to the east and to the
 * north of the junction's centre.
 */
public record GroundLine(double fromX, double fromY, double toX, double toY) {

    public GroundLine {
        if (!(Math.hypot(toX - fromX, toY - fromY) > 0)) {
            throw new IllegalArgumentException(
                    "A line must have two different ends but was from (%s, %s) to (%s, %s)."
                            .formatted(fromX, fromY, toX, toY));
        }
    }

    Point from() {
        return new Point(fromX, fromY);
    }

    Point to() {
        return new Point(toX, toY);
    }

    /** Which way somebody crosses it on a straight way, or null if they do not. */
    @Nullable Direction crossed(Point before, Point after) {
        Point along = to().minus(from());
        double was = along.cross(before.minus(from()));
        double is = along.cross(after.minus(from()));
        if (was >= 0 == is >= 0) {
            return null;
        }
        Point at = before.plus(after.minus(before).times(was / (was - is)));
        double part = at.minus(from()).dot(along) / along.dot(along);
        if (part < 0 || part > 1) {
            return null;
        }
        return is >= 0 ? Direction.TO_LEFT : Direction.TO_RIGHT;
    }

    /** To which side of a line somebody goes, as seen from its first end towards its second. */
    public enum Direction {
        TO_LEFT,
        TO_RIGHT
    }
}
