package io.vedette.quickstart.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.quickstart.scenes.drawing.Seen;
import io.vedette.schema.Camera;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneCameraTest {

    @ParameterizedTest
    @ValueSource(strings = {"day", "night-rain"})
    void aFrameIsTheSameWhateverWasAskedBefore(String name) {
        SceneCamera one = camera(5, name);
        SceneCamera other = camera(5, name);
        other.picture(900);
        other.truth(3);

        byte[] picture = pixels(one.picture(40));

        assertThat(pixels(other.picture(40))).isEqualTo(picture);
        assertThat(other.truth(40)).isEqualTo(one.truth(40));
        assertThat(pixels(other.picture(41))).isNotEqualTo(picture);
    }

    @Test
    void anotherSeedShowsAnotherJunction() {
        SceneCamera one = camera(5, "day");
        SceneCamera other = camera(6, "day");

        assertThat(pixels(other.picture(0))).isNotEqualTo(pixels(one.picture(0)));
    }

    @Test
    void picturesAreBlueGreenAndRedOfTheSizeTold() {
        SceneCamera camera = camera(5, "day");

        BufferedImage picture = camera.picture(0);

        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(picture.getWidth()).isEqualTo(camera.width()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(camera.height()).isEqualTo(360);
        assertThat(camera.framesPerSecond()).isEqualTo(10);
    }

    @Test
    void sixteenCamerasHaveSixteenIds() {
        List<String> ids =
                java.util.stream.IntStream.range(0, 16).mapToObj(Viewpoint::name).toList();

        assertThat(ids).doesNotHaveDuplicates().startsWith("north", "east", "south", "west");
        assertThat(ids).allSatisfy(id -> assertThat(Camera.of(id, "file:/x").id()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17})
    void refusesTooFewAndTooManyCameras(int count) {
        assertThatThrownBy(() -> SceneCamera.junction(1, count, Conditions.DAY))
                .hasMessage("The number of cameras must be between 1 and 16 but was %d.", count);
    }

    @Test
    void refusesAFrameBeforeTheFirst() {
        SceneCamera camera = camera(5, "day");

        assertThatThrownBy(() -> camera.picture(-1))
                .hasMessage("Camera 'north': a frame's number must not be negative but was -1.");
    }

    @Test
    void camerasOfAJunctionSeeTheSameIdentities() {
        List<SceneCamera> cameras = SceneCamera.junction(5, 2, Conditions.DAY);
        Set<Long> shared = identities(cameras.get(0).truth(77));

        shared.retainAll(identities(cameras.get(1).truth(77)));

        assertThat(shared).hasSizeGreaterThan(2);
    }

    @Test
    void anIdentityKeepsItsClassAndMovesSmoothly() {
        SceneCamera camera = camera(5, "day");
        List<TrueObject> before = counted(camera.truth(50));

        List<TrueObject> after = counted(camera.truth(51));

        assertThat(before).extracting(TrueObject::identity).doesNotHaveDuplicates();
        for (TrueObject was : before) {
            after.stream()
                    .filter(is -> is.identity() == was.identity())
                    .forEach(
                            is -> {
                                assertThat(is.label()).isEqualTo(was.label());
                                assertThat(is.box().iou(was.box())).isPositive();
                            });
        }
        assertThat(before.size()).isGreaterThan(3);
    }

    @Test
    void everyBoxLiesInThePictureAndNamesItsClass() {
        SceneCamera camera = camera(5, "day");

        for (TrueObject object : camera.truth(123).objects()) {
            assertThat(object.label()).isEqualTo(SceneCamera.labels().get(object.classId()));
            assertThat(object.visible()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(object.box().x()).isNotNegative();
            assertThat(object.box().x() + object.box().width()).isLessThanOrEqualTo(640);
            assertThat(object.box().y() + object.box().height()).isLessThanOrEqualTo(360);
        }
        assertThat(SceneCamera.labels()).containsExactly("person", "bicycle", "car", "van", "bus");
    }

    @ParameterizedTest
    @CsvSource({
        "14, 14,   1,    1,    false",
        "30, 13.5, 1,    1,    true",
        "2,  15,   1,    1,    true",
        "30, 30,   0.33, 1,    true",
        "30, 30,   0.34, 1,    false",
        "30, 30,   1,    0.24, true",
    })
    void whatIsTooSmallOrTooHiddenIsIgnored(
            double width, double height, double visible, double within, boolean ignored) {
        Seen seen = new Seen(10, 10, 10 + width, 10 + height, visible, within);

        assertThat(Counted.ignored(seen, 360)).isEqualTo(ignored);
    }

    @Test
    void crossingsTellEveryoneWhoPassesTheLine() {
        SceneCamera camera = camera(5, "day");

        List<Crossing> crossings = camera.crossings(camera.line(), 0, 1300);

        assertThat(crossings)
                .extracting(Crossing::direction)
                .contains(GroundLine.Direction.TO_LEFT, GroundLine.Direction.TO_RIGHT);
        assertThat(crossings).extracting(Crossing::identity).doesNotHaveDuplicates();
        long middle = crossings.get(0).frame();
        assertThat(camera.crossings(camera.line(), middle - 1, middle + 1))
                .contains(crossings.get(0));
        assertThat(camera.pixels(camera.line())[0][0]).isNotEqualTo(Float.NaN);
    }

    private static SceneCamera camera(long seed, String conditions) {
        return SceneCamera.junction(seed, 1, Conditions.of(conditions)).get(0);
    }

    private static Set<Long> identities(Truth truth) {
        return truth.objects().stream()
                .map(TrueObject::identity)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<TrueObject> counted(Truth truth) {
        return truth.objects().stream().filter(object -> !object.ignored()).toList();
    }

    private static byte[] pixels(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
