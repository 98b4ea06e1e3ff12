package io.vedette.bench.pipeline;

import ai.onnxruntime.OrtException;

/** One thread's part of a measurement: it does the same over and over. */
interface Worker extends AutoCloseable {

    /**
     * Does it once.
     *
     * @return how many frames are done with it
     */
    int step() throws Exception;

    @Override
    void close() throws OrtException;

    /** Makes one, in the thread that it will be used by. */
    interface Maker {
        Worker make() throws Exception;
    }
}
