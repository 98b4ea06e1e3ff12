package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/**
 * Turns what a network puts out into candidate boxes. One thread at a time; nothing is remembered
 * between frames.
 */
public interface OutputDecoder {

    /**
     * Reads one frame of a batch.
     *
     * @param outputs of the whole batch, in the graph's order
     * @param frame which frame of the batch, from 0
     * @param found where candidates go: boxes in pixels of the network's input (of the source frame
     *     with {@link BoxUnits#SOURCE}), scores in [0, 1]
     */
    void decode(List<RawOutput> outputs, int frame, Candidates found);

    /** The most frames of one run whose candidates can be told apart. */
    default int maxBatch() {
        return Integer.MAX_VALUE;
    }
}
