package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A 64 x 32 raster has 8 x 4 cells of stride 8, 4 x 2 of stride 16 and 2 x 1 of stride 32. */
final class YunetDecoderTest {

    private static final Offset<Float> CLOSE = within(1e-4f);
    private static final float[] FACE = {0.5f, 0.25f, 0, (float) Math.log(2)};
    private static final float[] POINTS = {0.25f, 0, 0.75f, 0, 0.5f, 0.5f, 0, 1, -1, 2};

    private final FakeMaps graph = faces(1);

    @Test
    void decodesAFaceAndItsLandmarks() {
        face(0, 16, 4 + 1, 0.9801f, 1);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.classId(0)).isZero();
        assertThat(found.score(0)).isEqualTo(0.99f, CLOSE);
        assertThat(found.left(0)).isEqualTo(24 - 8, CLOSE);
        assertThat(found.top(0)).isEqualTo(20 - 16, CLOSE);
        assertThat(found.right(0)).isEqualTo(24 + 8, CLOSE);
        assertThat(found.bottom(0)).isEqualTo(20 + 16, CLOSE);
        assertThat(found.landmarks()).isEqualTo(5);
        assertThat(found.landmarkX(0, 0)).isEqualTo(20);
        assertThat(found.landmarkY(0, 0)).isEqualTo(16);
        assertThat(found.landmarkX(0, 1)).isEqualTo(28);
        assertThat(found.landmarkX(0, 4)).isEqualTo(0);
        assertThat(found.landmarkY(0, 4)).isEqualTo(48);
    }

    @Test
    void decodesTheLastCellOfTheSecondFrame() {
        face(1, 32, 1, 1, 1);

        Candidates found = graph.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(48 - 16, CLOSE);
        assertThat(found.landmarkX(0, 0)).isEqualTo(40);
        assertThat(graph.decode(0).size()).isZero();
    }

    @Test
    void keepsTheLandmarksOfEachFace() {
        for (int cell = 0; cell < 32; cell++) {
            face(0, 8, cell, 1, 1);
        }
        for (int cell = 0; cell < 8; cell++) {
            face(0, 16, cell, 1, 1);
        }
        for (int cell = 0; cell < 2; cell++) {
            face(0, 32, cell, 1, 1);
            face(1, 32, cell, 1, 1);
        }

        Candidates found = graph.decode(0);

        assertThat(found.size()).isEqualTo(42);
        assertThat(found.landmarkX(31, 0)).isEqualTo(7.25f * 8);
        assertThat(found.landmarkY(31, 2)).isEqualTo(3.5f * 8);
        assertThat(found.landmarkX(41, 0)).isEqualTo(1.25f * 32);
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        graph.thresholds(0.5f, false);
        face(0, 8, 0, 0.26f, 1);
        face(0, 8, 1, 0.24f, 1);
        face(0, 8, 2, 0.49f, 0.49f);

        assertThat(graph.decode(0).size()).isEqualTo(1);
    }

    @Test
    void skipsNumbersThatAreNotFinite() {
        face(0, 8, 0, Float.NaN, 1);
        face(0, 8, 1, 1, Float.NaN);
        face(0, 8, 2, 1, 1);
        graph.row("bbox_8", 0, 2, 0, 0, 100, 0);
        face(0, 8, 3, 1, 1);
        graph.row("kps_8", 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, Float.NaN);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(4);
    }

    @Test
    void tellsClassesFromObjectness() {
        FakeMaps masks = faces(2).thresholds(0.5f, true);
        masks.row("cls_32", 0, 0, 0.64f, 1);
        masks.row("obj_32", 0, 0, 1);

        Candidates found = masks.decode(0);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.score(0)).isEqualTo(0.8f, CLOSE);
        assertThat(found.classId(1)).isEqualTo(1);
    }

    @Test
    void saysWhichStridesHaveNoOutputs() {
        FakeMaps open = new FakeMaps(OutputFormat.YUNET, 64, 32, 1);
        FakeMaps other = new FakeMaps(OutputFormat.YUNET, 64, 32, 1).strides(32);

        assertThat(open.output("cls", 1, -1, 1).problems()).isEmpty();
        assertThat(other.output("cls", 1, 2, 1).output("bbox", 1, 2, 4).problems())
                .containsExactly(
                        "strides [32] of 64 x 32 do not have outputs [batch, cells, 1 labels],"
                                + " [batch, cells, 1], [batch, cells, 4] and [batch, cells, 10];"
                                + " the graph has cls: float[1, 2, 1]; bbox: float[1, 2, 4].");
    }

    private void face(int frame, int stride, int cell, float score, float objectness) {
        graph.row("cls_" + stride, frame, cell, score);
        graph.row("obj_" + stride, frame, cell, objectness);
        graph.row("bbox_" + stride, frame, cell, FACE);
        graph.row("kps_" + stride, frame, cell, POINTS);
    }

    private static FakeMaps faces(int classes) {
        FakeMaps graph = new FakeMaps(OutputFormat.YUNET, 64, 32, classes);
        long[] cells = {32, 8, 2};
        for (int i = 0; i < cells.length; i++) {
            int stride = 8 << i;
            graph.output("kps_" + stride, 2, cells[i], 10);
            graph.output("cls_" + stride, 2, cells[i], classes);
            graph.output("obj_" + stride, 2, cells[i], 1);
            graph.output("bbox_" + stride, 2, cells[i], 4);
        }
        return graph;
    }
}
