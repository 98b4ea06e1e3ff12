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

    private static final int LANDMARKS = 0;
    private static final int CLASSES = 1;
    private static final int OBJECTNESS = 2;
    private static final int BOXES = 3;
    private static final int KINDS = 4;

    private final FakeHeads heads = heads(faces(), 1);

    @Test
    void decodesAFaceAndItsLandmarks() {
        face(0, 16, 4 + 1, 0.9801f, 1);

        Candidates found = heads.decode(0);

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

        Candidates found = heads.decode(1);

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.left(0)).isEqualTo(48 - 16, CLOSE);
        assertThat(found.landmarkX(0, 0)).isEqualTo(40);
        assertThat(heads.decode(0).size()).isZero();
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

        Candidates found = heads.decode(0);

        assertThat(found.size()).isEqualTo(42);
        assertThat(found.landmarkX(31, 0)).isEqualTo(7.25f * 8);
        assertThat(found.landmarkY(31, 2)).isEqualTo(3.5f * 8);
        assertThat(found.landmarkX(41, 0)).isEqualTo(1.25f * 32);
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        face(0, 8, 0, 0.0626f, 1);
        face(0, 8, 1, 0.0624f, 1);
        face(0, 8, 2, 0.24f, 0.24f);

        assertThat(heads.decode(0).size()).isEqualTo(1);
    }

    @Test
    void skipsNumbersThatAreNotFinite() {
        face(0, 8, 0, Float.NaN, 1);
        face(0, 8, 1, 1, Float.NaN);
        face(0, 8, 2, 1, 1);
        heads.row(BOXES, 0, 2, 0, 0, 100, 0);
        face(0, 8, 3, 1, 1);
        heads.row(LANDMARKS, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, Float.NaN);

        Candidates found = heads.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.notFinite()).isEqualTo(4);
    }

    @Test
    void tellsClassesFromObjectness() {
        FakeHeads masks = heads(faces().classes(2).multiLabel(0.25f), 2);
        masks.row(2 * KINDS + CLASSES, 0, 0, 0.64f, 1);
        masks.row(2 * KINDS + OBJECTNESS, 0, 0, 1);

        Candidates found = masks.decode(0);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.score(0)).isEqualTo(0.8f, CLOSE);
        assertThat(found.classId(1)).isEqualTo(1);
    }

    @Test
    void saysThatAStrideHasNoOutputs() {
        assertThat(faces().strides(32).output(1, 2, 1).output(1, 2, 4).problems())
                .containsExactly(
                        "format yunet has outputs [batch, cells, numbers] of 1, 1, 4 and 10"
                                + " numbers for the cells of 64 x 32 with each of the strides [32]"
                                + " but the graph has o0: float[1, 2, 1]; o1: float[1, 2, 4].");
    }

    private void face(int frame, int stride, int cell, float score, float objectness) {
        int first = KINDS * (Integer.numberOfTrailingZeros(stride) - 3);
        heads.row(first + LANDMARKS, frame, cell, POINTS);
        heads.row(first + CLASSES, frame, cell, score);
        heads.row(first + OBJECTNESS, frame, cell, objectness);
        heads.row(first + BOXES, frame, cell, FACE);
    }

    private static DecoderSetting faces() {
        return new DecoderSetting(OutputFormat.YUNET).input(64, 32).classes(1);
    }

    private static FakeHeads heads(DecoderSetting setting, int classes) {
        FakeHeads heads = new FakeHeads(setting);
        for (int cells : new int[] {32, 8, 2}) {
            heads.output(2, cells, 10);
            heads.output(2, cells, classes);
            heads.output(2, cells, 1);
            heads.output(2, cells, 4);
        }
        return heads;
    }
}
