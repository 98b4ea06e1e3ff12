package io.vedette.quickstart.scenes.drawing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Kind;
import io.vedette.quickstart.scenes.world.Point;
import io.vedette.quickstart.scenes.world.Pose;
import io.vedette.quickstart.scenes.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera at the south of a junction that looks north, and objects set before it. */
class StreetViewTest {

    private static final Pinhole CAMERA =
            Pinhole.lookingAt(new Vec(0, -14, 5), new Vec(0, 4, 0), 70, 320, 180);

    private final StreetView view =
            new StreetView(
                    new Street(new World(3), Daylight.DAY, false, List.of(new Point(0, -14))),
                    CAMERA,
                    1);

    @ParameterizedTest
    @CsvSource({"PERSON, 5", "BICYCLE, 8", "CAR, 12", "VAN, 7", "BUS, 4"})
    void theBoxOfALoneObjectIsThatOfItsPixels(Kind kind, long look) {
        byte[] empty = pixels(List.of());

        Seen seen = seen(List.of(actor(kind, look, 0.5, 1)), 0);

        int[] changed = changed(empty, composed());
        assertThat(seen.left()).isCloseTo(changed[0], within(1.0));
        assertThat(seen.top()).isCloseTo(changed[1], within(1.0));
        assertThat(seen.right()).isCloseTo(changed[2], within(1.0));
        assertThat(seen.bottom()).isCloseTo(changed[3], within(1.0));
        assertThat(seen.visible()).isEqualTo(1);
        assertThat(seen.within()).isEqualTo(1);
    }

    @Test
    void anObjectBehindAnotherKeepsItsBoxAndLosesWhatIsHidden() {
        Actor car = actor(Kind.CAR, 12, 0, 4);
        Seen alone = seen(List.of(car), 0);

        Seen behind = seen(List.of(car, actor(Kind.PERSON, 5, 0.6, 2)), 0);

        assertThat(behind.visible()).isBetween(0.5, 0.97);
        assertThat(alone.visible()).isEqualTo(1);
        assertThat(new double[] {behind.left(), behind.top(), behind.right(), behind.bottom()})
                .containsExactly(alone.left(), alone.top(), alone.right(), alone.bottom());
    }

    @Test
    void theHiddenPartIsThatOfThePixelsThatTheNearerOneTakes() {
        Actor van = actor(Kind.VAN, 7, 0, 6);
        Actor person = actor(Kind.PERSON, 5, 0, 3.5);
        int alone = count(List.of(van), 1);
        int left = count(List.of(van, person), 1);

        Seen seen = seen(List.of(van, person), 0);

        assertThat(left).isPositive().isLessThan(alone);
        assertThat(seen.visible()).isCloseTo((double) left / alone, within(1e-9));
    }

    @Test
    void whatIsWhollyHiddenIsNotSeen() {
        Actor bus = actor(Kind.BUS, 4, 0, 0);

        assertThat(view.draw(List.of(actor(Kind.PERSON, 5, 0, 2.5), bus), List.of()).get(0))
                .isNull();
        assertThat(view.draw(List.of(actor(Kind.PERSON, 5, 0, 2.5)), List.of()).get(0)).isNotNull();
    }

    @Test
    void aBoxEndsWhereThePictureEnds() {
        double right = 10.5;
        Seen seen = seen(List.of(actor(Kind.BUS, 4, right, -1)), 0);

        assertThat(seen.right()).isEqualTo(320);
        assertThat(seen.left()).isBetween(160.0, 319.0);
        assertThat(seen.within()).isBetween(0.05, 0.95);
        assertThat(seen.visible()).isEqualTo(1);
    }

    @Test
    void whatIsBehindTheCameraIsNotSeen() {
        assertThat(view.draw(List.of(actor(Kind.CAR, 1, 0, -40)), List.of()).get(0)).isNull();
    }

    private static Actor actor(Kind kind, long look, double x, double y) {
        Pose pose = new Pose(new Point(x, y), new Point(1, 0));
        return new Actor(1, kind, look, 1, pose, 0.3, 0, false, false);
    }

    private Seen seen(List<Actor> actors, int index) {
        @Nullable Seen seen = view.draw(actors, List.of()).get(index);
        return requireNonNull(seen);
    }

    private byte[] pixels(List<Actor> actors) {
        view.draw(actors, List.of());
        return composed();
    }

    private byte[] composed() {
        byte[] pixels = new byte[3 * 320 * 180];
        view.compose(pixels);
        return pixels;
    }

    /** How many samples an object has in the layer, by its number from 1. */
    private int count(List<Actor> actors, int owner) {
        Street street = new Street(new World(3), Daylight.DAY, false, List.of(new Point(0, -14)));
        ObjectLayer layer = new ObjectLayer(CAMERA, new Backdrop(street, CAMERA).nearness());
        new ObjectPainter(street, CAMERA, layer).draw(actors, List.of());
        int count = 0;
        for (int i = 0; i < 4 * 320 * 180; i++) {
            count += layer.owner(i) == owner ? 1 : 0;
        }
        return count;
    }

    /** The rectangle around all pixels that differ by more than a shadow. */
    private static int[] changed(byte[] before, byte[] after) {
        int[] box = {320, 180, 0, 0};
        for (int i = 0; i < 320 * 180; i++) {
            if (!shadow(before, after, 3 * i)) {
                box[0] = Math.min(box[0], i % 320);
                box[1] = Math.min(box[1], i / 320);
                box[2] = Math.max(box[2], i % 320 + 1);
                box[3] = Math.max(box[3], i / 320 + 1);
            }
        }
        return box;
    }

    /** Whether a pixel is the same, or darker by one factor in all channels, as in a shadow. */
    private static boolean shadow(byte[] before, byte[] after, int at) {
        double factor = (after[at + 1] & 255) / Math.max(1.0, before[at + 1] & 255);
        boolean alike = factor > 0.4 && factor <= 1;
        for (int c = 0; c < 3; c++) {
            double expected = (before[at + c] & 255) * factor;
            alike &= Math.abs((after[at + c] & 255) - expected) <= 2;
        }
        return alike;
    }
}
