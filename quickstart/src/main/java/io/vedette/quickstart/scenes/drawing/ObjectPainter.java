package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Point;
import io.vedette.quickstart.scenes.world.SignalHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the objects of one moment into a layer, and measures each. Used by one thread. */
final class ObjectPainter {

    private final Street street;
    private final Light light;
    private final Pinhole camera;
    private final PolygonFill polygon;
    private final ObjectLayer layer;
    private final Shapes shapes;
    private final Shadows shadows;
    private final Vec sun;
    private final Vec up;

    ObjectPainter(Street street, Pinhole camera, ObjectLayer layer) {
        this.street = street;
        this.light = street.light();
        this.camera = camera;
        this.layer = layer;
        polygon = new PolygonFill(camera);
        shapes = new Shapes(light);
        shadows = new Shadows(light);
        sun = camera.turned(light.toSun());
        up = camera.turned(Vec.UP);
    }

    /** What is seen of each, null for those that do not show at all. */
    List<@Nullable Seen> draw(List<Actor> actors, List<SignalHead> signals) {
        layer.clear();
        double[] world = camera.fromWorld();
        layer.begin(ObjectLayer.SHADOW);
        for (Actor actor : actors) {
            if (ahead(actor) && polygon.take(world, shadows.of(actor))) {
                polygon.fill(layer);
            }
        }
        List<int[]> extents = new ArrayList<>();
        int[] covered = new int[actors.size() + 1];
        double[] within = new double[actors.size()];
        for (int i = 0; i < actors.size(); i++) {
            layer.begin(i + 1);
            if (ahead(actors.get(i))) {
                within[i] = draw(actors.get(i));
            }
            extents.add(layer.extent());
            covered[i + 1] = layer.covered();
        }
        layer.begin(actors.size() + 1);
        signals.forEach(this::draw);
        int[] remaining = layer.remaining(actors.size() + 1);
        List<@Nullable Seen> seen = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            seen.add(seen(extents.get(i), covered[i + 1], remaining[i + 1], within[i]));
        }
        return seen;
    }

    /** Draws somebody; the part of the rectangle around them that lies in the picture. */
    private double draw(Actor actor) {
        Point at = actor.pose().at();
        double distance = distance(at);
        Mesh mesh = shapes.of(actor, distance);
        double[] matrix = camera.fromObject(actor.pose());
        for (int i = 0; i < 12; i++) {
            matrix[i] *= i % 4 == 3 ? 1 : actor.size();
        }
        double sunlight = sunlight(actor);
        double lamplight = 0.75 * street.ground().lamplight(at.x(), at.y());
        Outline outline = new Outline(camera);
        for (Mesh.Face face : mesh.faces()) {
            outline.add(matrix, face.corners());
        }
        fill(mesh, matrix, sunlight, lamplight, distance);
        return outline.within();
    }

    /** Draws a traffic light, which is no object but may stand before one. */
    private void draw(SignalHead head) {
        Point at = head.pose().at();
        double sunlight = street.ground().sunlight(at.x(), at.y());
        double lamplight = 0.75 * street.ground().lamplight(at.x(), at.y());
        Mesh mesh = SignalShape.of(head.aspect());
        fill(mesh, camera.fromObject(head.pose()), sunlight, lamplight, distance(at));
    }

    private void fill(
            Mesh mesh, double[] matrix, double sunlight, double lamplight, double distance) {
        for (Mesh.Face face : mesh.faces()) {
            if (polygon.take(matrix, face.corners())) {
                layer.paint(
                        light.shade(
                                face.rgb(),
                                face.glow() * (light.headlights() ? 1 : 0.6),
                                polygon.upness(up),
                                polygon.facing(sun) * sunlight,
                                lamplight,
                                distance));
                polygon.fill(layer);
            }
        }
    }

    private double sunlight(Actor actor) {
        Point at = actor.pose().at();
        Point ahead = actor.pose().ahead();
        double sum = 0;
        for (int i = -1; i <= 1; i++) {
            Point place = at.plus(ahead.times(i * (actor.kind().motor() ? 1.3 : 0.2)));
            sum += street.ground().sunlight(place.x(), place.y());
        }
        return sum / 3;
    }

    private boolean ahead(Actor actor) {
        Point at = actor.pose().at();
        return camera.depth(new Vec(at.x(), at.y(), 1)) > -6;
    }

    private double distance(Point at) {
        return new Vec(at.x(), at.y(), 1).minus(camera.eye()).length();
    }

    private static @Nullable Seen seen(int[] extent, int covered, int remaining, double within) {
        if (remaining == 0) {
            return null;
        }
        double scale = 1.0 / PolygonFill.SAMPLES;
        return new Seen(
                extent[0] * scale,
                extent[1] * scale,
                extent[2] * scale,
                extent[3] * scale,
                (double) remaining / covered,
                within);
    }
}
