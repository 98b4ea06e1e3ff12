package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;
import io.vedette.quickstart.scenes.world.Layout;
import io.vedette.quickstart.scenes.world.Point;
import io.vedette.quickstart.scenes.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All of a scene that stays: ground, houses, trees, lamp posts, benches; and the light on it. */
public final class Street {

    /** A flat part of it. */
    record Part(double[] corners, Surface surface) {

        /** To the middle of its corners, roughly. */
        double distance(Vec eye) {
            int n = corners.length / 3;
            double x = 0;
            double y = 0;
            for (int i = 0; i < corners.length; i += 3) {
                x += corners[i] - eye.x();
                y += corners[i + 1] - eye.y();
            }
            boolean floor = corners[2] == 0 && corners[corners.length - 1] == 0;
            return floor && n == 4 ? FAR : Math.hypot(x / n, y / n);
        }
    }

    private static final double FAR = 400;

    private final List<Part> parts = new ArrayList<>();
    private final List<Vec> lamps = new ArrayList<>();
    private final List<Point> clear;
    private final Light light;
    private final GroundLight ground;
    private final Layout layout;

    /**
     * @param clear places of cameras, before which nothing tall is set
     */
    public Street(World world, Daylight daylight, boolean rain, List<Point> clear) {
        this.clear = List.copyOf(clear);
        layout = world.layout();
        light = Light.of(daylight, rain, Dice.of(world.seed(), 10));
        ground = new GroundLight(light);
        Dice dice = Dice.of(world.seed(), 11);
        Surface floor = new GroundSurface(layout, dice, light.wet());
        Vec below = new Vec(0, 0, -1);
        add(floor, below, -FAR, -FAR, 0, FAR, -FAR, 0, FAR, FAR, 0, -FAR, FAR, 0);
        Houses.build(this, layout, dice);
        new Furniture(this, layout, dice).place();
    }

    Light light() {
        return light;
    }

    GroundLight ground() {
        return ground;
    }

    /** Its parts, those most likely to hide others first. */
    List<Part> nearestFirst(Vec eye) {
        return parts.stream()
                .sorted(Comparator.comparingDouble(part -> part.distance(eye)))
                .toList();
    }

    /** The lit ends of the lamp posts. */
    List<Vec> lamps() {
        return lamps;
    }

    /** Whether something tall may stand there. */
    boolean free(Point at, double room) {
        return clear.stream().allMatch(camera -> camera.minus(at).length() > room);
    }

    void addLamp(Vec at) {
        lamps.add(at);
        ground.addLamp(at.x(), at.y());
    }

    /** Adds a face that looks away from a point within. */
    void add(Surface surface, Vec within, double... corners) {
        Mesh one = new Mesh();
        one.face(0, 0, within, corners);
        parts.add(new Part(one.faces().get(0).corners(), surface));
    }

    /** Adds a solid where it stands, in plain colours. */
    void add(Mesh solid, Point at) {
        for (Mesh.Face face : solid.faces()) {
            int colour = Surface.glowing(face.rgb(), face.glow() * light.lamps());
            add(face.corners(), at, (x, y, z) -> colour);
        }
    }

    void add(Mesh solid, Point at, Surface surface) {
        for (Mesh.Face face : solid.faces()) {
            add(face.corners(), at, surface);
        }
    }

    private void add(double[] local, Point at, Surface surface) {
        double[] corners = local.clone();
        for (int i = 0; i < corners.length; i += 3) {
            corners[i] += at.x();
            corners[i + 1] += at.y();
        }
        parts.add(new Part(corners, surface));
    }
}
