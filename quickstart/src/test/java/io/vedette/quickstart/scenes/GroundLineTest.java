package io.vedette.quickstart.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.quickstart.scenes.GroundLine.Direction;
import io.vedette.quickstart.scenes.world.Point;
import org.junit.jupiter.api.Test;

/** A line of ten metres to the north. */
class GroundLineTest {

    private final GroundLine line = new GroundLine(0, 0, 0, 10);

    @Test
    void tellsToWhichSideSomebodyGoes() {
        assertThat(line.crossed(new Point(1, 5), new Point(-1, 5))).isEqualTo(Direction.TO_LEFT);
        assertThat(line.crossed(new Point(-1, 5), new Point(1, 6))).isEqualTo(Direction.TO_RIGHT);
    }

    @Test
    void nobodyCrossesWhoStaysOnOneSideOrPassesBeyondAnEnd() {
        assertThat(line.crossed(new Point(2, 5), new Point(1, 5))).isNull();
        assertThat(line.crossed(new Point(1, 11), new Point(-1, 11))).isNull();
        assertThat(line.crossed(new Point(1, -1), new Point(-1, -1))).isNull();
    }

    @Test
    void whoHaltsOnTheLineCrossesItOnce() {
        Point before = new Point(1, 5);
        Point on = new Point(0, 5);
        Point after = new Point(-1, 5);

        assertThat(line.crossed(before, on) == null ^ line.crossed(on, after) == null).isTrue();
    }

    @Test
    void refusesALineWithoutLength() {
        assertThatThrownBy(() -> new GroundLine(1, 2, 1, 2))
                .hasMessage(
                        "A line must have two different ends but was from (1.0, 2.0) to (1.0, 2.0).");
    }
}
