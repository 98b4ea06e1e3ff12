package io.vedette.operators.inference;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Puts batched, asynchronous, keyed inference into a job. */
public final class BatchInference {

    private BatchInference() {}

    /**
     * Infers the elements of a keyed stream in batches across its keys. Results of one key keep
     * their order, nothing in flight is ever in a checkpoint, a full operator backpressures its
     * input, and what fails costs no other element its result.
     *
     * @param input the elements; when it comes straight from a source whose keys are already in
     *     place, reinterpret it as keyed and the operator is chained to the source
     * @param engines makes what infers
     * @param function what is done with results
     * @param outputType what is emitted
     * @param settings how a process infers
     */
    public static <K, IN, R, OUT> SingleOutputStreamOperator<OUT> apply(
            KeyedStream<IN, K> input,
            InferenceEngineFactory<IN, R> engines,
            InferenceFunction<IN, R, OUT> function,
            TypeInformation<OUT> outputType,
            InferenceSettings settings) {
        return input.transform(
                "Batch inference",
                outputType,
                new BatchInferenceOperatorFactory<>(engines, function, settings));
    }
}
