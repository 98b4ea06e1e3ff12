package io.vedette.operators.inference;

import java.util.List;

/**
 * A model that is ready to run. One thread makes it, uses it and closes it; no other ever meets it,
 * unless a run never returns: then that thread closes it whenever the run does return.
 *
 * @param <IN> elements
 * @param <R> what inference finds for one element
 */
public interface InferenceEngine<IN, R> extends AutoCloseable {

    /** What it runs on, in one word such as {@code cpu}, for people and metrics. */
    String device();

    /** The largest batch that {@link #infer} takes. */
    default int maxBatchSize() {
        return Integer.MAX_VALUE;
    }

    /** The batch at which it is fast, where nobody asked for another. */
    default int preferredBatchSize() {
        return 1;
    }

    /** How many engines like this one keep all of their devices in this process busy. */
    default int preferredEngines() {
        return 1;
    }

    /**
     * Infers a batch.
     *
     * @param batch 1 to {@link #maxBatchSize} elements, of any keys
     * @return one result per element, in the order of the batch
     * @throws DeviceMemoryException if the device has no room for so large a batch; halves of it
     *     are tried then, and no larger one any more
     * @throws Exception if the batch cannot be inferred; its elements are then tried one by one
     */
    List<R> infer(List<IN> batch) throws Exception;

    @Override
    void close();
}
