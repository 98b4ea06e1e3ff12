package io.vedette.operators.inference;

import org.jspecify.annotations.Nullable;

/**
 * One element between its arrival and the emission of its result. Its answer belongs to the task
 * thread; the rest never changes.
 */
final class Pending<IN, R> {

    final Lane<IN, R> lane;
    final Object key;
    final IN element;
    final @Nullable Long timestamp;
    final long arrivedNanos = System.nanoTime();

    /** The watermark epoch in which it arrived. */
    final WatermarkGate.Epoch epoch;

    private @Nullable Answer<IN, R> answer;

    Pending(
            Lane<IN, R> lane,
            Object key,
            IN element,
            @Nullable Long timestamp,
            WatermarkGate.Epoch epoch) {
        this.lane = lane;
        this.key = key;
        this.element = element;
        this.timestamp = timestamp;
        this.epoch = epoch;
    }

    void complete(Answer<IN, R> newAnswer) {
        answer = newAnswer;
    }

    @Nullable Answer<IN, R> answer() {
        return answer;
    }
}
