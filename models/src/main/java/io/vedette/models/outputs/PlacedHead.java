package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/**
 * Where a raw head lies in a graph's outputs.
 *
 * @param output which of them
 * @param offset where the head begins within a frame of it
 */
record PlacedHead(AnchorHead head, HeadOrder order, int output, int offset) {

    /** One frame's cells of an anchor, row by row. */
    CandidateTable table(List<RawOutput> outputs, int frame, int anchor) {
        RawOutput raw = outputs.get(output);
        return order.table(raw.values(), frame * raw.stride() + offset, head, anchor);
    }
}
