package io.vedette.operators.inference;

import org.apache.flink.api.common.functions.AbstractRichFunction;
import org.apache.flink.util.OutputTag;

/**
 * What becomes of inferred elements. All methods run on the task thread, those about an element
 * under its key, so they may use keyed state.
 *
 * @param <IN> elements
 * @param <R> what inference finds for one element
 * @param <OUT> what is emitted
 */
public abstract class InferenceFunction<IN, R, OUT> extends AbstractRichFunction {

    /** Elements of a higher priority are inferred first. */
    public int priority(IN element) {
        return 0;
    }

    /** The share of the element's key beside others of its priority, above 0. */
    public double weight(IN element) {
        return 1;
    }

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
