package io.vedette.models.outputs;

import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * How a toolkit covers a picture with anchor boxes: stride by stride, cell by cell in rows, those
 * of a cell together, and with a cell for the rest where a stride does not divide the picture.
 */
enum AnchorTiling {
    /**
     * Cells are as large as the stride: {@code PriorBox} in {@code layers/functions/prior_box.py}
     * of amdegroot/ssd.pytorch and biubug6/Pytorch_Retinaface.
     */
    STRIDES,
    /**
     * Cells divide the picture evenly, and no anchor is larger than the picture: {@code
     * generate_priors} in {@code vision/utils/box_utils.py} of
     * Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB.
     */
    EVEN;

    /** The anchor boxes that a package describes; none, with a problem noted, where it cannot. */
    List<AnchorBox> cover(DecoderContext context) {
        List<AnchorBox> boxes = new ArrayList<>();
        for (AnchorHead head : AnchorHeads.wanted(context, 0)) {
            for (int cell = 0; cell < head.cells(); cell++) {
                for (int anchor = 0; anchor < head.anchorCount(); anchor++) {
                    boxes.add(box(head, cell, anchor, context.raster()));
                }
            }
        }
        return boxes;
    }

    private AnchorBox box(AnchorHead head, int cell, int anchor, RasterSpec raster) {
        int row = cell / head.columns();
        float x = cell % head.columns() + 0.5f;
        float y = row + 0.5f;
        float width = head.anchorWidth(anchor);
        float height = head.anchorHeight(anchor);
        return switch (this) {
            case STRIDES -> new AnchorBox(x * head.stride(), y * head.stride(), width, height);
            case EVEN ->
                    new AnchorBox(
                            x * raster.width() / head.columns(),
                            y * raster.height() / head.rows(),
                            Math.min(width, raster.width()),
                            Math.min(height, raster.height()));
        };
    }
}
