package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A 20 x 12 raster has 3 x 2 cells of stride 8, the last of each row and column a part. */
final class PicodetDecoderTest {

    private final FakeMaps graph =
            new FakeMaps(OutputFormat.PICODET, 20, 12, 3)
                    .output("scale_0", 2, 6, 3)
                    .output("scale_1", 2, 6, 8);

    @Test
    void measuresDistancesFromTheMiddleOfACell() {
        graph.row("scale_0", 1, 3 + 2, 0, 0.5f, 0.39f);
        graph.row("scale_1", 1, 3 + 2, -99, 0, 0, -99, 0, 0, 0, 0);

        Candidates found = graph.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(20 - 8);
        assertThat(found.top(0)).isEqualTo(12);
        assertThat(found.right(0)).isEqualTo(20 + 4);
        assertThat(found.bottom(0)).isEqualTo(12 + 4, within(1e-4f));
    }

    @Test
    void countsEveryClassThatScoresEnough() {
        graph.row("scale_0", 0, 0, 0.4f, 0.5f, 0.39f);

        assertThat(graph.decode(0).size()).isEqualTo(2);
    }

    @Test
    void skipsNumbersThatAreNotFinite() {
        graph.row("scale_0", 0, 0, 0, Float.NaN, 0);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(1);
    }

    @Test
    void refusesOtherOutputs() {
        FakeMaps bare = new FakeMaps(OutputFormat.PICODET, 20, 12, 3);

        assertThat(bare.output("a", 1, 6, 3).output("b", 1, 6, 7).problems())
                .singleElement()
                .asString()
                .startsWith("strides [8] of 20 x 12 have no outputs [batch, cells, 3 labels] and");
        assertThat(bare.output("c", 1, 2).problems()).hasSize(1);
    }
}
