package io.vedette.operators.inference;

/**
 * What became of an element.
 *
 * @param span the run that said so; the same for all elements that shared it
 */
record Answer<IN, R>(Pending<IN, R> pending, Outcome<R> outcome, Span span) {

    /** Of an element that no run took. */
    static <IN, R> Answer<IN, R> without(Pending<IN, R> pending, Exception cause) {
        long now = System.nanoTime();
        return new Answer<>(pending, new Outcome.Failure<>(cause), new Span(0, now, now));
    }

    long queueNanos() {
        return span.beganNanos - pending.arrivedNanos;
    }

    long inferenceNanos() {
        return span.nanos();
    }

    /**
     * One call of an engine.
     *
     * @param size elements in it; 0 where there was none
     * @param beganNanos by {@link System#nanoTime}
     * @param endedNanos by {@link System#nanoTime}
     */
    record Span(int size, long beganNanos, long endedNanos) {

        long nanos() {
            return endedNanos - beganNanos;
        }
    }
}
