package io.vedette.bench.stand;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what others do. */
public final class Await {

    private static final long POLL_MILLIS = 5;

    private Await() {}

    /**
     * What is waited for.
     *
     * @param <E> says that it will never hold
     */
    public interface Condition<E extends Exception> {
        boolean holds() throws E;
    }

    /** Waits until a condition holds, and says whether it did in time. */
    public static <E extends Exception> boolean within(Duration limit, Condition<E> condition)
            throws E, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }
}
