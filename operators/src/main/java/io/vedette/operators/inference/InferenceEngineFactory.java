package io.vedette.operators.inference;

import java.io.Serializable;
import java.util.List;

/**
 * Makes the engines of a process.
 *
 * @param <IN> elements
 * @param <R> what inference finds for one element
 */
public interface InferenceEngineFactory<IN, R> extends Serializable {

    /**
     * What is run, in a few words. Subtasks of a job whose factories name the same share their
     * engines, so it must tell apart what answers differently.
     */
    String name();

    /**
     * Makes an engine ready, on the thread that will use it.
     *
     * @throws Exception if it cannot, which fails the task when the job starts
     */
    InferenceEngine<IN, R> create(Place place) throws Exception;

    /**
     * Where an engine is to run.
     *
     * @param number of the engine in its process, from 0
     * @param gpus the GPUs that Flink gave to this process, as their indexes; empty where it
     *     manages none
     */
    record Place(int number, List<Integer> gpus) {

        public Place {
            gpus = List.copyOf(gpus);
        }
    }
}
