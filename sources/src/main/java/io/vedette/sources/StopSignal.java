package io.vedette.sources;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the threads of one camera to stop, once and for ever, and ends their pauses. */
final class StopSignal {

    private final CountDownLatch latch = new CountDownLatch(1);

    void set() {
        latch.countDown();
    }

    boolean isSet() {
        return latch.getCount() == 0;
    }

    /** Pauses; returns early when the signal is set. */
    void pause(Duration duration) throws InterruptedException {
        boolean stopped = latch.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        if (stopped) {
            throw new InterruptedException();
        }
    }
}
