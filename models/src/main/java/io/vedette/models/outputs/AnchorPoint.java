package io.vedette.models.outputs;

/** Where in a cell the distances to the sides of a box are measured from. */
enum AnchorPoint {
    /** The corner at the top left. */
    CORNER,
    /** The middle of the cell. */
    CENTER,
    /** The middle, where the centres of pixels have whole numbers. */
    CENTER_PIXEL;

    /** Pixels from the corner of a cell, along both axes. */
    float offset(int stride) {
        return switch (this) {
            case CORNER -> 0;
            case CENTER -> stride / 2f;
            case CENTER_PIXEL -> (stride - 1) / 2f;
        };
    }
}
