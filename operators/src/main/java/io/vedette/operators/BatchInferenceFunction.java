package io.vedette.operators;

import java.util.List;
import org.apache.flink.api.common.functions.AbstractRichFunction;
import org.apache.flink.util.OutputTag;

/**
 * What {@link BatchInferenceOperator} does with its elements.
 *
 * <p>{@code open}, {@link #onResult} and {@link #onFailure} run on the task thread, the latter two
 * under the element's key, so they may use keyed state. {@link #load}, {@link #infer} and {@code
 * close} run on the operator's one inference thread and must not touch state. A model therefore
 * never meets a second thread, and {@code close} never a running inference.
 *
 * @param <IN> elements
 * @param <R> what inference finds for one element
 * @param <OUT> what is emitted
 */
public abstract class BatchInferenceFunction<IN, R, OUT> extends AbstractRichFunction {

    /**
     * Makes ready what {@link #infer} needs; called once, after {@code open}.
     *
     * @throws Exception if it cannot, which fails the task
     */
    public void load() throws Exception {}

    /** The largest batch that {@link #infer} takes; asked once, after {@link #load}. */
    public int maxBatchSize() {
        return Integer.MAX_VALUE;
    }

    /**
     * Infers a batch.
     *
     * @param batch 1 to {@link #maxBatchSize} elements, of any keys
     * @return one result per element, in the order of the batch
     * @throws Exception if the batch cannot be inferred; its elements are then tried one by one,
     *     and those that still fail go to {@link #onFailure}
     */
    public abstract List<R> infer(List<IN> batch) throws Exception;

    /** Emits what came of an element, in the order in which the elements of its key arrived. */
    public abstract void onResult(IN element, R result, Timing timing, Emitter<OUT> out)
            throws Exception;

    /** Says what became of an element that could not be inferred, in the place of its result. */
    public abstract void onFailure(IN element, Exception cause, Emitter<OUT> out) throws Exception;

    /** Where results go, with the timestamp of their element. */
    public interface Emitter<OUT> {

        void collect(OUT value);

        <X> void collect(OutputTag<X> tag, X value);
    }

    /**
     * How long an element took.
     *
     * @param queueNanos from entering the operator until its batch began
     * @param inferenceNanos the inference of its batch
     */
    public record Timing(long queueNanos, long inferenceNanos) {}
}
