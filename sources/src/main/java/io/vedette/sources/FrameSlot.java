package io.vedette.sources;

import io.vedette.schema.Share;
import io.vedette.sources.CameraMetrics.Loss;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where one camera's thread leaves its frames. Each is either handed over, or dropped and told as a
 * loss. Once it is shut nothing comes out of it but the news of its end.
 */
final class FrameSlot {

    /** By the frame that waits, the newest first; under the lock. */
    static final Comparator<FrameSlot> NEWEST =
            (one, other) -> Long.signum(other.since - one.since);

    private final FrameHandOver handOver;
    private final ReentrantLock lock;
    private final Condition freed;
    private final PixelTiming timing;
    private final String camera;
    private final long maxAge;
    private final Consumer<Loss> losses;
    private volatile Share share;

    // of the lock
    private @Nullable OfferedFrame waiting;
    private long since;
    private boolean waitsForEver;
    private boolean shut;

    FrameSlot(
            FrameHandOver handOver,
            PixelTiming timing,
            CameraSplit camera,
            Duration maxAge,
            Consumer<Loss> losses) {
        this.handOver = handOver;
        this.lock = handOver.lock();
        this.freed = lock.newCondition();
        this.timing = timing;
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

    /** Whether the pixels of the next frame that is to {@link #replace} are to be made before. */
    boolean wantsPixels() {
        lock.lock();
        try {
            return timing.atOnce(waiting != null, handOver.now());
        } finally {
            lock.unlock();
        }
    }

    /** Leaves a frame in place of the one that still waits. */
    void replace(OfferedFrame newest) {
        OfferedFrame former;
        boolean left;
        lock.lock();
        try {
            former = waiting;
            left = leave(newest, false);
        } finally {
            lock.unlock();
        }
        if (!left) {
            newest.drop();
        } else if (former == null) {
            handOver.wakeUp();
        } else {
            former.drop();
            losses.accept(Loss.SUPERSEDED);
        }
    }

    /** Leaves a frame once the one before it was taken, to wait for as long as it takes. */
    void put(OfferedFrame next) throws InterruptedException {
        boolean left = false;
        lock.lock();
        try {
            while (waiting != null && !shut) {
                freed.await();
            }
            left = leave(next, true);
        } finally {
            lock.unlock();
            if (!left) {
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
        } else {
            timing.replaced();
        }
        waiting = next;
        waitsForEver = patient;
        since = handOver.now();
        return true;
    }

    /** Takes out the frame that waits; under the lock. */
    @Nullable TakenFrame take() {
        OfferedFrame taken = waiting;
        waiting = null;
        timing.taken();
        freed.signalAll();
        return taken == null ? null : new TakenFrame(this, taken, outlived());
    }

    private boolean outlived() {
        return maxAge > 0 && !waitsForEver && handOver.now() - since > maxAge;
    }

    /** A frame that was taken is not handed over. */
    void lost(Loss cause) {
        losses.accept(cause);
    }

    /** Of a frame that was taken no pixels could be made. */
    void noPixels() {
        losses.accept(Loss.CORRUPT);
        lock.lock();
        try {
            timing.failed();
        } finally {
            lock.unlock();
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
