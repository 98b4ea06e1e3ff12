package io.vedette.operators;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Puts batched, asynchronous, keyed inference into a job. */
public final class BatchInference {

    private BatchInference() {}

    /**
     * Infers the elements of a keyed stream in batches across its keys. {@link
     * BatchInferenceFunction} says which thread runs what; results of one key keep its order,
     * nothing in flight is ever in a checkpoint, and a full operator backpressures its input.
     *
     * @param input the elements; when it comes straight from a source whose keys are already in
     *     place, reinterpret it as keyed and the operator is chained to the source
     * @param function what is done with a batch
     * @param outputType what is emitted
     * @param settings how batches are gathered
     */
    public static <K, IN, R, OUT> SingleOutputStreamOperator<OUT> apply(
            KeyedStream<IN, K> input,
            BatchInferenceFunction<IN, R, OUT> function,
            TypeInformation<OUT> outputType,
            BatchSettings settings) {
        return input.transform(
                "Batch inference",
                outputType,
                new BatchInferenceOperatorFactory<>(function, settings));
    }
}
