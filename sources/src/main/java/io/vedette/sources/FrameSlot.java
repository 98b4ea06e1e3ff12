package io.vedette.sources;

import io.vedette.schema.Frame;
import io.vedette.schema.Share;
import io.vedette.sources.CameraMetrics.Loss;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one camera's thread leaves its frames. Each is either handed over, or dropped and told as a
 * loss. Once it is shut nothing comes out of it but the news of its end.
 */
final class FrameSlot {

    /** By the frame that waits, the newest first; under the lock. */
    static final Comparator<FrameSlot> NEWEST =
            (one, other) -> Long.signum(other.since - one.since);

    private static final Logger LOG = LoggerFactory.getLogger(FrameSlot.class);

    private final FrameHandOver handOver;
    private final ReentrantLock lock;
    private final Condition freed;
    private final String camera;
    private final long maxAge;
    private final Consumer<Loss> losses;
    private volatile Share share;

    // of the lock
    private @Nullable OfferedFrame waiting;
    private long since;
    private boolean waitsForEver;
    private boolean shut;

    FrameSlot(FrameHandOver handOver, CameraSplit camera, Duration maxAge, Consumer<Loss> losses) {
        this.handOver = handOver;
        this.lock = handOver.lock();
        this.freed = lock.newCondition();
        this.camera = camera.camera();
        this.share = camera.share();
        this.maxAge = maxAge.toNanos();
        this.losses = losses;
    }

    String camera() {
        return camera;
    }

    /** What the camera gets where not all frames can be inferred. */
    Share share() {
        return share;
    }

    /** Gives it another share; the frame that waits goes by the former one. */
    void share(Share share) {
        this.share = share;
    }

    /** Leaves a frame in place of the one that still waits. */
    void replace(OfferedFrame newest) {
        OfferedFrame former;
        boolean taken;
        lock.lock();
        try {
            former = waiting;
            taken = leave(newest, false);
        } finally {
            lock.unlock();
        }
        if (former != null) {
            former.drop();
            losses.accept(Loss.SUPERSEDED);
        } else if (taken) {
            handOver.wakeUp();
        }
        if (!taken) {
            newest.drop();
        }
    }

    /** Leaves a frame once the one before it was taken, to wait for as long as it takes. */
    void put(OfferedFrame next) throws InterruptedException {
        boolean taken = false;
        lock.lock();
        try {
            while (waiting != null && !shut) {
                freed.await();
            }
            taken = leave(next, true);
        } finally {
            lock.unlock();
            if (!taken) {
                next.drop();
            }
        }
        handOver.wakeUp();
    }

    private boolean leave(OfferedFrame next, boolean patient) {
        if (shut || handOver.isClosed()) {
            return false;
        }
        if (waiting == null) {
            handOver.queue(this);
        }
        waiting = next;
        waitsForEver = patient;
        since = handOver.now();
        return true;
    }

    /**
     * What was taken out.
     *
     * @param offered null says that no more will come
     * @param old whether it waited too long
     */
    record Taken(FrameSlot slot, @Nullable OfferedFrame offered, boolean old) {

        static Taken end(FrameSlot slot) {
            return new Taken(slot, null, false);
        }

        boolean end() {
            return offered == null;
        }

        /** The frame, if there is one and nothing is wrong with it. */
        @Nullable Frame frame() {
            return offered == null ? null : slot.made(offered, old);
        }
    }

    /** Takes out the frame that waits; under the lock. */
    @Nullable Taken take() {
        OfferedFrame taken = waiting;
        waiting = null;
        freed.signalAll();
        return taken == null ? null : new Taken(this, taken, outlived());
    }

    private boolean outlived() {
        return maxAge > 0 && !waitsForEver && handOver.now() - since > maxAge;
    }

    private @Nullable Frame made(OfferedFrame offered, boolean old) {
        if (old) {
            offered.drop();
            losses.accept(Loss.STALE);
            return null;
        }
        try {
            return offered.take();
        } catch (IOException | RuntimeException e) {
            LOG.debug("Camera '{}': no pixels can be made of a frame.", camera, e);
            losses.accept(Loss.CORRUPT);
            return null;
        }
    }

    /** Whether no frame waits; under the lock. */
    boolean isEmpty() {
        return waiting == null;
    }

    /** Lets out no more frames. */
    void shut() {
        OfferedFrame former;
        lock.lock();
        try {
            shut = true;
            former = waiting;
            waiting = null;
            handOver.forget(this);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
        if (former != null) {
            former.drop();
        }
    }

    /** Says that no more frames will come; once. */
    void end() {
        lock.lock();
        try {
            handOver.ended(this);
        } finally {
            lock.unlock();
        }
        handOver.wakeUp();
    }
}
