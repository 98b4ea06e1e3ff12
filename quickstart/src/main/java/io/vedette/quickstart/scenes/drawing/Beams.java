package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Point;
import java.util.Arrays;
import java.util.List;

/** The light that headlamps throw on the ground ahead, for each pixel. Used by one thread. */
final class Beams {

    private static final double REACH = 17;
    private static final double FRONT = 0.4;

    private final Pinhole camera;
    private final boolean on;
    private final float[] light;

    Beams(Pinhole camera, boolean on) {
        this.camera = camera;
        this.on = on;
        light = new float[on ? camera.width() * camera.height() : 0];
    }

    boolean on() {
        return on;
    }

    float at(int pixel) {
        return light[pixel];
    }

    void cast(List<Actor> actors) {
        Arrays.fill(light, 0);
        if (!on) {
            return;
        }
        for (Actor actor : actors) {
            if (actor.kind().motor() && !actor.parked()) {
                cast(actor);
            }
        }
    }

    private void cast(Actor actor) {
        double front = actor.kind().length() / 2;
        Point ahead = actor.pose().ahead();
        Point lamp = actor.pose().at().plus(ahead.times(front + FRONT));
        int[] area = area(lamp, ahead);
        for (int row = area[1]; row < area[3]; row++) {
            for (int column = area[0]; column < area[2]; column++) {
                add(row, column, lamp, ahead);
            }
        }
    }

    private void add(int row, int column, Point lamp, Point ahead) {
        double right = (column + 0.5 - camera.centreX()) / camera.focal();
        double down = (row + 0.5 - camera.centreY()) / camera.focal();
        Vec ray = camera.ahead().plus(camera.right().times(right)).plus(camera.down().times(down));
        if (ray.z() > -1e-3) {
            return;
        }
        double depth = -camera.eye().z() / ray.z();
        Point place =
                new Point(camera.eye().x() + depth * ray.x(), camera.eye().y() + depth * ray.y());
        Point off = place.minus(lamp);
        double far = off.dot(ahead);
        double beside = Math.abs(off.cross(ahead));
        if (far > 0 && far < REACH) {
            double wide = 0.9 + 0.2 * far;
            double across = Math.max(0, 1 - beside * beside / (wide * wide));
            double along = (1 - far / REACH) * Math.min(1, far / 1.5);
            light[row * camera.width() + column] += (float) (across * along);
        }
    }

    /** The pixels that the beam may reach: left, top, right, bottom. */
    private int[] area(Point lamp, Point ahead) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (double far : new double[] {0, REACH}) {
            for (double beside : new double[] {-4.3, 4.3}) {
                Point p = lamp.plus(ahead.times(far)).plus(ahead.right().times(beside));
                Vec place = new Vec(p.x(), p.y(), 0);
                if (camera.depth(place) < 1) {
                    return new int[] {0, 0, camera.width(), camera.height()};
                }
                box[0] = Math.min(box[0], camera.column(place));
                box[1] = Math.min(box[1], camera.row(place));
                box[2] = Math.max(box[2], camera.column(place));
                box[3] = Math.max(box[3], camera.row(place));
            }
        }
        return new int[] {
            (int) Math.max(0, Math.min(camera.width(), box[0])),
            (int) Math.max(0, Math.min(camera.height(), box[1])),
            (int) Math.max(0, Math.min(camera.width(), box[2] + 1)),
            (int) Math.max(0, Math.min(camera.height(), box[3] + 1))
        };
    }
}
