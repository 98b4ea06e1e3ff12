package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.drawing.Pinhole;
import io.vedette.quickstart.scenes.drawing.Seen;
import io.vedette.quickstart.scenes.drawing.Street;
import io.vedette.quickstart.scenes.drawing.StreetView;
import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Dice;
import io.vedette.quickstart.scenes.world.Kind;
import io.vedette.quickstart.scenes.world.World;
import io.vedette.schema.Box;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fixed camera of a simulated junction. A frame's picture and truth depend on the seed, the
 * camera and the frame alone, whatever was asked for before. Used by one thread.
 */
public final class SceneCamera {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 360;
    private static final int FRAMES_PER_SECOND = 10;
    private static final double FIRST_SECOND = 200;

    private final String id;
    private final int width;
    private final int height;
    private final World world;
    private final Pinhole lens;
    private final StreetView view;
    private long drawn = -1;
    private Truth truth = new Truth(0, List.of());

    private SceneCamera(
            String id, int width, int height, World world, Street street, Viewpoint viewpoint) {
        this.id = id;
        this.width = width;
        this.height = height;
        this.world = world;
        long noise = Dice.of(world.seed(), 30, id.hashCode()).seed();
        lens = viewpoint.camera(width, height);
        view = new StreetView(street, lens, noise);
    }

    /**
     * Cameras around one junction, with pictures of 640 x 360 pixels.
     *
     * @param count how many, from 1 to 16
     */
    public static List<SceneCamera> junction(long seed, int count, Conditions conditions) {
        return around(seed, count, conditions, WIDTH, HEIGHT, Viewpoint::of);
    }

    /** Cameras of which each looks as its own dice will have it, from anywhere in the street. */
    static List<SceneCamera> survey(
            long seed, int count, Conditions conditions, int width, int height) {
        return around(seed, count, conditions, width, height, Viewpoint::anywhere);
    }

    private static List<SceneCamera> around(
            long seed,
            int count,
            Conditions conditions,
            int width,
            int height,
            Viewpoint.Choice choice) {
        if (count < 1 || count > Viewpoint.most()) {
            throw new IllegalArgumentException(
                    "The number of cameras must be between 1 and %d but was %d."
                            .formatted(Viewpoint.most(), count));
        }
        List<Viewpoint> viewpoints = new ArrayList<>();
        World world = new World(seed);
        for (int i = 0; i < count; i++) {
            viewpoints.add(choice.of(world.layout(), i, Dice.of(seed, 20, i)));
        }
        Street street =
                new Street(
                        world,
                        conditions.daylight(),
                        conditions.rain(),
                        viewpoints.stream().map(Viewpoint::ground).toList());
        List<SceneCamera> cameras = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = Viewpoint.name(i);
            World own = new World(seed);
            cameras.add(new SceneCamera(id, width, height, own, street, viewpoints.get(i)));
        }
        return List.copyOf(cameras);
    }

    /** The labels of the objects, by class id. */
    public static List<String> labels() {
        return Kind.labels();
    }

    /** The direction in which it lies from the junction, such as {@code north}. */
    public String id() {
        return id;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int framesPerSecond() {
        return FRAMES_PER_SECOND;
    }

    /**
     * The picture of a frame, blue, green and red, the caller's own.
     *
     * @param frame counted from 0
     */
    public BufferedImage picture(long frame) {
        draw(frame);
        return view.picture(frame);
    }

    /** What is in the picture of a frame. */
    public Truth truth(long frame) {
        draw(frame);
        return truth;
    }

    /** The line across the road before the nearest of the stop lines that this camera looks at. */
    public GroundLine line() {
        return GroundLines.before(world.layout(), lens);
    }

    /** Where a line lies in the picture, in pixels; its ends may lie outside. */
    public float[][] pixels(GroundLine line) {
        return new float[][] {
            GroundLines.pixel(lens, line.from()), GroundLines.pixel(lens, line.to())
        };
    }

    /**
     * Who crosses a line, by the middle of their footprint, whether they are seen or not.
     *
     * @param from the first frame
     * @param to the frame after the last
     */
    public List<Crossing> crossings(GroundLine line, long from, long to) {
        requireFrame(from);
        return GroundLines.crossings(world, line, from, to);
    }

    private void requireFrame(long frame) {
        if (frame < 0) {
            throw new IllegalArgumentException(
                    "Camera '%s': a frame's number must not be negative but was %d."
                            .formatted(id, frame));
        }
    }

    private void draw(long frame) {
        requireFrame(frame);
        if (frame == drawn) {
            return;
        }
        double seconds = seconds(frame);
        List<Actor> actors = world.at(seconds);
        List<@Nullable Seen> seen = view.draw(actors, world.signalsAt(seconds));
        List<TrueObject> objects = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            Seen one = seen.get(i);
            if (one != null) {
                objects.add(object(actors.get(i), one));
            }
        }
        truth = new Truth(frame, objects);
        drawn = frame;
    }

    static double seconds(long frame) {
        return FIRST_SECOND + (double) frame / FRAMES_PER_SECOND;
    }

    private TrueObject object(Actor actor, Seen seen) {
        Box box =
                new Box(
                        (float) seen.left(),
                        (float) seen.top(),
                        (float) (seen.right() - seen.left()),
                        (float) (seen.bottom() - seen.top()));
        return new TrueObject(
                actor.identity(),
                actor.kind().label(),
                actor.kind().classId(),
                box,
                seen.visible(),
                Counted.ignored(seen, height));
    }
}
