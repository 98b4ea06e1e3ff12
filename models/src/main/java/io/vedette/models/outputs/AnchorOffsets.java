package io.vedette.models.outputs;

import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boxes that are put out as offsets from anchor boxes (priors), which stand in the middle of every
 * cell, stride by stride, row by row, all anchors of a cell together.
 *
 * <p>A centre is off by {@code offset * 0.1} of the anchor's extent, an extent is {@code exp(offset
 * * 0.2)} times the anchor's: {@code decode} in {@code layers/box_utils.py} of
 * amdegroot/ssd.pytorch, with the variances that SSD, RetinaFace and UltraFace have in common.
 */
final class AnchorOffsets {

    private static final float CENTER_VARIANCE = 0.1f;
    private static final float EXTENT_VARIANCE = 0.2f;

    private final List<float[]> anchors = new ArrayList<>();

    private AnchorOffsets(RasterSpec raster, List<Integer> strides, List<List<Float>> extents) {
        for (int level = 0; level < strides.size(); level++) {
            int stride = strides.get(level);
            for (int row = 0; row < Grid.rows(raster, stride); row++) {
                for (int column = 0; column < Grid.columns(raster, stride); column++) {
                    addCell((column + 0.5f) * stride, (row + 0.5f) * stride, extents.get(level));
                }
            }
        }
    }

    private void addCell(float centerX, float centerY, List<Float> extents) {
        for (int i = 0; i < extents.size(); i += 2) {
            anchors.add(new float[] {centerX, centerY, extents.get(i), extents.get(i + 1)});
        }
    }

    /** Null where a package gives no anchors; also, with a problem noted, where they do not fit. */
    static @Nullable AnchorOffsets of(DecoderContext context) {
        OutputSpec spec = context.spec();
        int strides = spec.strides().size();
        int levels = spec.anchors().size();
        if (strides != levels) {
            context.problem(
                    "'output.anchors' must be a list for each of the %d strides but there are %d.",
                    strides, levels);
            return null;
        }
        return levels == 0
                ? null
                : new AnchorOffsets(context.raster(), spec.strides(), spec.anchors());
    }

    /** How many there are. */
    int size() {
        return anchors.size();
    }

    /** Replaces the offsets of a candidate by its box: centre and extent in pixels. */
    void place(int candidate, float[] values, int from) {
        float[] anchor = anchors.get(candidate);
        for (int axis = 0; axis < 2; axis++) {
            float extent = anchor[axis + 2];
            values[from + axis] = anchor[axis] + values[from + axis] * CENTER_VARIANCE * extent;
            values[from + axis + 2] =
                    extent * (float) Math.exp(values[from + axis + 2] * EXTENT_VARIANCE);
        }
    }
}
