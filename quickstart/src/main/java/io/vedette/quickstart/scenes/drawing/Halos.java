package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Point;
import java.util.List;

/** The glow around lamps that shine into the lens, at dusk and at night. */
final class Halos {

    private final Pinhole camera;
    private final double strength;
    private final List<Vec> lamps;

    Halos(Street street, Pinhole camera) {
        this.camera = camera;
        strength = street.light().lamps();
        lamps = street.lamps();
    }

    void add(byte[] pixels, List<Actor> actors, ObjectLayer layer) {
        if (strength == 0) {
            return;
        }
        for (Vec lamp : lamps) {
            glow(pixels, lamp, 0.75, 0.55 * strength, new int[] {150, 215, 255});
        }
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            if (actor.kind().motor() && !actor.parked()) {
                headlamps(pixels, actor, layer, i + 1);
            }
        }
    }

    private void headlamps(byte[] pixels, Actor actor, ObjectLayer layer, int owner) {
        Point ahead = actor.pose().ahead();
        for (int s = -1; s <= 1; s += 2) {
            Point side = ahead.right().times(s * 0.35 * actor.kind().width());
            Point at =
                    actor.pose()
                            .at()
                            .plus(ahead.times(actor.kind().length() / 2 + 0.05))
                            .plus(side);
            Vec lamp = new Vec(at.x(), at.y(), 0.68);
            Vec toEye = camera.eye().minus(lamp).unit();
            double facing = toEye.x() * ahead.x() + toEye.y() * ahead.y();
            if (facing > 0.1 && owns(layer, lamp, owner)) {
                glow(pixels, lamp, 0.55, 0.9 * strength * facing, new int[] {225, 245, 255});
            }
        }
    }

    private boolean owns(ObjectLayer layer, Vec lamp, int owner) {
        if (camera.depth(lamp) < 1) {
            return false;
        }
        int column = (int) (camera.column(lamp) * PolygonFill.SAMPLES);
        int row = (int) (camera.row(lamp) * PolygonFill.SAMPLES);
        int lines = camera.height() * PolygonFill.SAMPLES;
        boolean inside = column >= 0 && row >= 0 && column < layer.columns() && row < lines;
        return inside && layer.owner(row * layer.columns() + column) == owner;
    }

    private void glow(byte[] pixels, Vec lamp, double size, double peak, int[] bgr) {
        double depth = camera.depth(lamp);
        if (depth < 1) {
            return;
        }
        double x = camera.column(lamp);
        double y = camera.row(lamp);
        double radius = Math.max(2.5, size * camera.focal() / depth);
        int top = Math.max(0, (int) (y - radius));
        int left = Math.max(0, (int) (x - radius));
        for (int row = top; row <= y + radius && row < camera.height(); row++) {
            for (int column = left; column <= x + radius && column < camera.width(); column++) {
                double dx = (column + 0.5 - x) / radius;
                double dy = (row + 0.5 - y) / radius;
                double rest = 1 - dx * dx - dy * dy;
                if (rest > 0) {
                    lighten(pixels, 3 * (row * camera.width() + column), rest * rest * peak, bgr);
                }
            }
        }
    }

    private static void lighten(byte[] pixels, int at, double part, int[] bgr) {
        for (int c = 0; c < 3; c++) {
            int value = pixels[at + c] & 255;
            pixels[at + c] = (byte) (value + Math.max(0, bgr[c] - value) * part);
        }
    }
}
