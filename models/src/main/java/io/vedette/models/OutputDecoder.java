package io.vedette.models;

import java.util.List;

/** Turns what a network puts out into candidate boxes. It holds no state between frames. */
interface OutputDecoder {

    /** What does not fit between a graph and the package that describes it; empty when all does. */
    List<String> problems(GraphSignature signature);

    /**
     * Reads one frame of a batch.
     *
     * @param outputs of the whole batch, in the graph's order
     * @param frame which frame of the batch, from 0
     * @param found where candidates go: boxes in pixels of the raster, scores in [0, 1]
     */
    void decode(List<RawOutput> outputs, int frame, Candidates found);
}
