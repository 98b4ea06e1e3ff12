package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.drawing.Pinhole;
import io.vedette.quickstart.scenes.drawing.Vec;
import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Layout;
import io.vedette.quickstart.scenes.world.Point;
import io.vedette.quickstart.scenes.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lines on the ground: where a camera sees them, and who crosses them. */
final class GroundLines {

    private static final double BEFORE = 2.5;

    private GroundLines() {}

    /** Across the road of the arm whose stop line lies nearest to the middle of the picture. */
    static GroundLine before(Layout layout, Pinhole lens) {
        return IntStream.range(0, Layout.ARMS)
                .mapToObj(arm -> across(layout, arm))
                .min(Comparator.comparingDouble(line -> fromMiddle(lens, line)))
                .orElseThrow();
    }

    private static GroundLine across(Layout layout, int arm) {
        double out = layout.stopLine(arm) + BEFORE;
        Point one = layout.inbound(arm, out, layout.half(arm));
        Point other = layout.inbound(arm, out, -layout.half(arm));
        return new GroundLine(one.x(), one.y(), other.x(), other.y());
    }

    private static double fromMiddle(Pinhole lens, GroundLine line) {
        Point middle = line.from().plus(line.to()).times(0.5);
        if (lens.depth(new Vec(middle.x(), middle.y(), 0)) < 2) {
            return Double.MAX_VALUE;
        }
        float[] pixel = pixel(lens, middle);
        return Math.hypot(pixel[0] - lens.width() / 2.0, pixel[1] - lens.height() / 2.0);
    }

    static float[] pixel(Pinhole lens, Point at) {
        Vec place = new Vec(at.x(), at.y(), 0);
        if (lens.depth(place) <= 0) {
            throw new IllegalArgumentException(
                    "A line must lie ahead of the camera, but (%.1f, %.1f) lies behind it."
                            .formatted(at.x(), at.y()));
        }
        return new float[] {(float) lens.column(place), (float) lens.row(place)};
    }

    static List<Crossing> crossings(World world, GroundLine line, long from, long to) {
        List<Crossing> crossings = new ArrayList<>();
        Map<Long, Point> before = new HashMap<>();
        for (long frame = from; frame < to; frame++) {
            Map<Long, Point> now = new HashMap<>();
            for (Actor actor : world.at(SceneCamera.seconds(frame))) {
                Point at = actor.pose().at();
                now.put(actor.identity(), at);
                Point was = before.getOrDefault(actor.identity(), at);
                GroundLine.Direction direction = line.crossed(was, at);
                if (direction != null) {
                    String label = actor.kind().label();
                    crossings.add(new Crossing(frame, actor.identity(), label, direction));
                }
            }
            before = now;
        }
        return crossings;
    }
}
