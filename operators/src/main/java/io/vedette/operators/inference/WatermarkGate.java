package io.vedette.operators.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/**
 * Holds watermarks back until every element that arrived before them has left; confined to the task
 * thread.
 *
 * <p>Elements belong to the epoch that was open when they arrived; a watermark closes it.
 */
final class WatermarkGate {

    private final Deque<Epoch> epochs = new ArrayDeque<>();

    WatermarkGate() {
        epochs.add(new Epoch());
    }

    /** Takes an element in; its epoch must be handed back to {@link #leave}. */
    Epoch enter() {
        Epoch epoch = epochs.getLast();
        epoch.elements++;
        return epoch;
    }

    /** Lets an element out, and with it what waited for nothing else. */
    void leave(Epoch epoch) throws Exception {
        epoch.elements--;
        release();
    }

    /** Runs an action once every element that has entered so far has left. */
    void afterAllBefore(ThrowingRunnable<Exception> action) throws Exception {
        epochs.getLast().atEnd = action;
        epochs.add(new Epoch());
        release();
    }

    private void release() throws Exception {
        while (true) {
            Epoch oldest = epochs.getFirst();
            ThrowingRunnable<Exception> action = oldest.atEnd;
            if (action == null || oldest.elements > 0) {
                return;
            }
            epochs.removeFirst();
            action.run();
        }
    }

    /** The elements between two watermarks. */
    static final class Epoch {
        private int elements;
        private @Nullable ThrowingRunnable<Exception> atEnd;
    }
}
