package io.vedette.quickstart.cameras;

import io.netty.channel.EventLoop;
import io.vedette.quickstart.cameras.rtp.RtpUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Hands pictures on later, in their order. Used in one event loop. */
final class DelayLine {

    private static final int MOST = 10_000;

    private final EventLoop loop;
    private final Exit exit;
    private final Deque<Delayed> waiting = new ArrayDeque<>();
    private long lastDue = System.nanoTime();

    DelayLine(EventLoop loop, Exit exit) {
        this.loop = loop;
        this.exit = exit;
    }

    /** Where pictures come out. */
    interface Exit {

        void take(RtpUnit unit, long ticks);
    }

    /** A picture, retained, and when it is handed on by {@link System#nanoTime}. */
    private record Delayed(RtpUnit unit, long ticks, long due) {}

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Keeps a picture for so long, or until those before it have been handed on.
     *
     * @return whether there is room for it
     */
    boolean add(RtpUnit unit, long ticks, long nanos) {
        if (waiting.size() == MOST) {
            return false;
        }
        long due = System.nanoTime() + nanos;
        lastDue = due - lastDue > 0 ? due : lastDue;
        waiting.add(new Delayed(unit.retain(), ticks, lastDue));
        if (waiting.size() == 1) {
            awaitFirst();
        }
        return true;
    }

    private void awaitFirst() {
        Delayed first = waiting.peek();
        if (first != null) {
            var unused =
                    loop.schedule(
                            this::handOn, first.due() - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void handOn() {
        Delayed first = waiting.poll();
        if (first != null) {
            try {
                exit.take(first.unit(), first.ticks());
            } finally {
                first.unit().release();
                awaitFirst();
            }
        }
    }

    /** Forgets what waits, for good. */
    void clear() {
        waiting.forEach(delayed -> delayed.unit().release());
        waiting.clear();
    }
}
