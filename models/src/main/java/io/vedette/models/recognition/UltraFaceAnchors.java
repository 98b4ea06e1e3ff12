package io.vedette.models.recognition;

/** The anchors of UltraFace: three in each cell of the finest and coarsest stride, else two. */
final class UltraFaceAnchors {

    private static final int[] STRIDES = {8, 16, 32, 64};
    private static final int[] PER_CELL = {3, 2, 2, 3};

    private UltraFaceAnchors() {}

    /** Whether an output has a row for each. */
    static boolean cover(Observation seen, int rows) {
        int all = 0;
        for (int i = 0; i < STRIDES.length; i++) {
            int cells = Strides.columns(seen, STRIDES[i]) * Strides.rows(seen, STRIDES[i]);
            all += cells * PER_CELL[i];
        }
        return rows == all;
    }
}
