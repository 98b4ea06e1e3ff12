package io.vedette.quickstart.scenes.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

    private static final double[] LENGTHS = {0.4, 1.6, 4, 5, 10.4};
    private static final double[] WIDTHS = {0.4, 0.5, 1.6, 1.8, 2.3};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobodyDrivesThroughAnother(long seed) {
        World world = new World(seed);

        for (int moment = 0; moment < 40; moment++) {
            List<Actor> actors = world.at(200 + moment * 7.7);
            for (int i = 0; i < actors.size(); i++) {
                for (Actor other : actors.subList(i + 1, actors.size())) {
                    assertThat(touch(actors.get(i), other))
                            .as("%s and %s", actors.get(i), other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everybodyIsWhereTheyAreWhateverWasAskedBefore() {
        World one = new World(4);
        World other = new World(4);
        other.at(5000);
        other.at(250);

        assertThat(other.at(333.3)).isEqualTo(one.at(333.3));
    }

    @Test
    void vehiclesHaltWhileTheirLightIsRed() {
        World world = new World(2);
        Layout layout = world.layout();

        for (double seconds = 200; seconds < 330; seconds += 0.5) {
            for (Actor actor : world.at(seconds)) {
                Point at = actor.pose().at();
                boolean inbound =
                        actor.kind().motor()
                                && !actor.parked()
                                && actor.pose().ahead().y() < -0.99
                                && at.y() > layout.stopLine(0) - 1.5
                                && at.y() < layout.stopLine(0) + 2;
                if (inbound && actor.speed() > 3) {
                    assertThat(world.signals().aspect(0, seconds))
                            .as("%s at %s", actor, seconds)
                            .isNotEqualTo(Signals.Aspect.RED);
                }
            }
        }
    }

    @Test
    void everyKindIsOnTheRoad() {
        World world = new World(2);
        java.util.EnumSet<Kind> kinds = java.util.EnumSet.noneOf(Kind.class);

        for (int moment = 0; moment < 60; moment++) {
            world.at(200 + 5 * moment).forEach(actor -> kinds.add(actor.kind()));
        }

        assertThat(kinds).containsExactly(Kind.values());
    }

    @Test
    void atMostOneArmHasGreen() {
        World world = new World(2);

        for (double seconds = 0; seconds < 200; seconds += 0.25) {
            int green = 0;
            for (int arm = 0; arm < Layout.ARMS; arm++) {
                green += world.signals().aspect(arm, seconds) == Signals.Aspect.GREEN ? 1 : 0;
            }
            assertThat(green).isLessThanOrEqualTo(world.signals().walkers(seconds) ? 0 : 1);
        }
    }

    /** Whether two footprints meet; people keep out of each other's way by chance alone. */
    private static boolean touch(Actor one, Actor other) {
        if (one.kind() == Kind.PERSON && other.kind() == Kind.PERSON) {
            return false;
        }
        double reach = 0.85 * (width(one) + width(other)) / 2;
        for (double i = -half(one); i <= half(one); i += 0.5) {
            for (double j = -half(other); j <= half(other); j += 0.5) {
                Point a = one.pose().at().plus(one.pose().ahead().times(i));
                Point b = other.pose().at().plus(other.pose().ahead().times(j));
                if (a.minus(b).length() < reach) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double half(Actor actor) {
        return LENGTHS[actor.kind().ordinal()] / 2 - 0.2;
    }

    private static double width(Actor actor) {
        return WIDTHS[actor.kind().ordinal()];
    }
}
