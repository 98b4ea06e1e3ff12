package io.vedette.models.outputs;

import org.jspecify.annotations.Nullable;

/**
 * What SCRFD puts out for the anchors of one stride.
 *
 * @param columns cells of a row
 * @param anchors of a cell
 * @param scores one for every label
 * @param distances to the left, upper, right and lower side, in strides
 * @param landmarks x, y, x, y, … from the anchor, in strides; null where there are none
 */
record ScrfdLevel(
        int stride,
        int columns,
        int anchors,
        TablePlace scores,
        TablePlace distances,
        @Nullable TablePlace landmarks) {}
