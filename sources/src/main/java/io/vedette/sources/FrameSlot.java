package io.vedette.sources;

import io.vedette.schema.Frame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where one camera's thread leaves its frames. Once it is shut nothing comes out of it but the news
 * of its end.
 */
final class FrameSlot {

    private final FrameHandOver handOver;
    private final String camera;
    private final long maxAge;
    private final Runnable stale;
    private @Nullable Frame frame;
    private @Nullable Frame outdated;
    private long since;
    private boolean waitsForEver;
    private boolean shut;

    FrameSlot(FrameHandOver handOver, String camera, Duration maxAge, Runnable stale) {
        this.handOver = handOver;
        this.camera = camera;
        this.maxAge = maxAge.toNanos();
        this.stale = stale;
    }

    String camera() {
        return camera;
    }

    /**
     * Leaves a frame in place of the one that still waits.
     *
     * @return the frame that was replaced, or null
     */
    @Nullable Frame replace(Frame newest) {
        Frame replaced;
        synchronized (this) {
            replaced = frame;
            leave(newest, false);
        }
        if (replaced == null) {
            handOver.queue(this, false);
        }
        return replaced;
    }

    /** Leaves a frame once the one before it was taken, to wait for as long as it takes. */
    void put(Frame next) throws InterruptedException {
        synchronized (this) {
            while (frame != null && !shut) {
                wait();
            }
            leave(next, true);
        }
        handOver.queue(this, false);
    }

    private void leave(Frame next, boolean patient) {
        frame = shut ? null : next;
        waitsForEver = patient;
        since = System.nanoTime();
    }

    /** The frame that waits, if it is not too old. */
    @Nullable Frame take() {
        Frame taken;
        boolean old;
        synchronized (this) {
            taken = frame;
            frame = null;
            old = taken != null && outlived();
            outdated = old ? taken : outdated;
            notifyAll();
        }
        if (old) {
            stale.run();
        }
        return old ? null : taken;
    }

    private boolean outlived() {
        return maxAge > 0 && !waitsForEver && System.nanoTime() - since > maxAge;
    }

    /** A frame that became too old, told once. */
    synchronized @Nullable Frame outdated() {
        Frame told = outdated;
        outdated = null;
        return told;
    }

    /** Lets out no more frames. */
    synchronized void shut() {
        shut = true;
        frame = null;
        notifyAll();
    }

    /** Says that no more frames will come; once. */
    void end() {
        handOver.queue(this, true);
    }
}
