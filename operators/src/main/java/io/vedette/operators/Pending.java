package io.vedette.operators;

import io.vedette.operators.BatchInferenceFunction.Timing;
import org.jspecify.annotations.Nullable;

/** One element between its arrival and the emission of its result; confined to the task thread. */
final class Pending<IN, R> {

    final Object key;
    final IN element;
    final @Nullable Long timestamp;
    final long arrivedNanos = System.nanoTime();

    /** The watermark epoch in which it arrived. */
    final WatermarkGate.Epoch epoch;

    private @Nullable Outcome<R> outcome;
    private @Nullable Timing timing;

    Pending(Object key, IN element, @Nullable Long timestamp, WatermarkGate.Epoch epoch) {
        this.key = key;
        this.element = element;
        this.timestamp = timestamp;
        this.epoch = epoch;
    }

    void complete(Outcome<R> newOutcome, Timing newTiming) {
        outcome = newOutcome;
        timing = newTiming;
    }

    @Nullable Outcome<R> outcome() {
        return outcome;
    }

    @Nullable Timing timing() {
        return timing;
    }
}
