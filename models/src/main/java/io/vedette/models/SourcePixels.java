package io.vedette.models;

import io.vedette.models.outputs.BoxUnits;
import io.vedette.models.outputs.Candidates;
import io.vedette.schema.Box;
import io.vedette.schema.Frame;
import io.vedette.schema.Landmark;
import io.vedette.schema.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings candidates back to pixels of the frame that they were seen in.
 *
 * @param units what the candidates' numbers count
 * @param placement where the frame lies in the network's input
 */
record SourcePixels(BoxUnits units, Frame frame, Placement placement) {

    /** Clipped to the frame. */
    Box box(Candidates candidates, int i) {
        return Box.clipped(
                x(candidates.left(i)),
                y(candidates.top(i)),
                x(candidates.right(i)),
                y(candidates.bottom(i)),
                frame.width(),
                frame.height());
    }

    /** As they are, also outside the frame. */
    List<Landmark> landmarks(Candidates candidates, int i) {
        if (candidates.landmarks() == 0) {
            return List.of();
        }
        List<Landmark> landmarks = new ArrayList<>(candidates.landmarks());
        for (int k = 0; k < candidates.landmarks(); k++) {
            float x = x(candidates.landmarkX(i, k));
            float y = y(candidates.landmarkY(i, k));
            landmarks.add(new Landmark(finite(x), finite(y)));
        }
        return landmarks;
    }

    private float x(float rasterX) {
        return units == BoxUnits.SOURCE ? rasterX : placement.sourceX(rasterX);
    }

    private float y(float rasterY) {
        return units == BoxUnits.SOURCE ? rasterY : placement.sourceY(rasterY);
    }

    /** A number that has grown too large on its way from the raster is the largest one. */
    private static float finite(float number) {
        return Math.max(-Float.MAX_VALUE, Math.min(number, Float.MAX_VALUE));
    }
}
