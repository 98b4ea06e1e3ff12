package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NonMaximumSuppressionTest {

    private final Candidates candidates = new Candidates();

    @Test
    void dropsTheWeakerOfTwoOverlappingBoxes() {
        box(0, 10, 0.8f, 0);
        box(1, 10, 0.9f, 0);

        assertThat(keep(0.5f, 100)).containsExactly(1);
    }

    @Test
    void keepsBothWhenTheyOverlapJustByTheThreshold() {
        box(0, 10, 0.9f, 0);
        box(5, 10, 0.8f, 0);

        assertThat(candidates.iou(0, 1)).isEqualTo(1 / 3f, within(1e-6f));
        assertThat(keep(1 / 3f, 100)).containsExactly(0, 1);
        assertThat(keep(0.33f, 100)).containsExactly(0);
    }

    @Test
    void keepsOverlappingBoxesOfDifferentClasses() {
        box(0, 10, 0.8f, 0);
        box(0, 10, 0.9f, 1);

        assertThat(keep(0.5f, 100)).containsExactly(1, 0);
    }

    @Test
    void aDroppedBoxDropsNoOther() {
        box(0, 10, 0.9f, 0);
        box(4, 10, 0.8f, 0);
        box(8, 10, 0.7f, 0);

        assertThat(keep(0.4f, 100)).containsExactly(0, 2);
    }

    @Test
    void ofEqualScoresTheEarlierWins() {
        box(0, 10, 0.5f, 0);
        box(0, 10, 0.5f, 0);
        box(50, 10, 0.5f, 0);

        assertThat(keep(0.5f, 100)).containsExactly(0, 2);
    }

    @Test
    void keepsNoMoreThanAsked() {
        IntStream.range(0, 200).forEach(i -> box(20 * i, 10, i / 200f, 0));

        assertThat(keep(0.5f, 3)).containsExactly(199, 198, 197);
    }

    @Test
    void skipsBoxesWithNumbersThatAreNotFinite() {
        box(Float.NaN, 10, 0.9f, 0);
        box(0, Float.POSITIVE_INFINITY, 0.9f, 0);
        box(0, 10, Float.NaN, 0);
        box(0, 10, 0.4f, 0);

        assertThat(candidates.size()).isEqualTo(1);
        assertThat(candidates.notFinite()).isEqualTo(3);
        assertThat(keep(0.5f, 100)).containsExactly(0);
    }

    @Test
    void emptyBoxesOverlapNothing() {
        box(0, 0, 0.9f, 0);
        box(0, 0, 0.8f, 0);

        assertThat(keep(0, 100)).containsExactly(0, 1);
    }

    private void box(float x, float side, float score, int classId) {
        candidates.add(x, 0, x + side, side, score, classId);
    }

    private int[] keep(float iou, int maxDetections) {
        return NonMaximumSuppression.keep(candidates, new Thresholds(0, iou, maxDetections, false));
    }
}
