package io.vedette.sources;

import io.vedette.fairness.FairQueue;
import io.vedette.schema.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the camera threads leave frames for the reader: one place per camera, so that at most one
 * frame of a camera waits. Cameras are served by their shares: a higher priority first, then by
 * weight. Of those whose turn it is, the one whose frame is the newest is served, so frames are
 * handed over young while every camera gets its share.
 *
 * <p>Camera threads share one lock, which nobody holds while pixels are made.
 */
final class FrameHandOver implements AutoCloseable {

    /**
     * A camera that was served has no frame until it sends its next, and misses no turn by that.
     */
    private static final double PATIENCE = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final FairQueue<String, FrameSlot> waiting = new FairQueue<>(PATIENCE);
    private final List<FrameSlot> ended = new ArrayList<>();
    private volatile CompletableFuture<Void> available = new CompletableFuture<>();
    private volatile @Nullable Throwable failure;
    private boolean closed;
    private final LongSupplier nanoTime;

    FrameHandOver() {
        this(System::nanoTime);
    }

    FrameHandOver(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * What the reader takes out.
     *
     * @param camera whose
     * @param frame its frame; null says that no more will come
     */
    record Arrival(String camera, @Nullable Frame frame) {}

    /**
     * The place of one camera.
     *
     * @param camera whose place, and its share
     * @param maxAge a frame that waited longer is not handed over; zero means any time
     * @param losses told of each frame that is not handed over, in the thread that finds it
     */
    FrameSlot slot(CameraSplit camera, Duration maxAge, Consumer<CameraMetrics.Loss> losses) {
        return new FrameSlot(this, camera, maxAge, losses);
    }

    /**
     * The next arrival of the camera whose turn it is; null when there is none.
     *
     * @throws IllegalStateException if a camera thread broke down
     */
    @Nullable Arrival poll() {
        if (failure != null) {
            throw new IllegalStateException("A camera thread broke down.", failure);
        }
        while (true) {
            FrameSlot.Taken next = next();
            if (next == null) {
                return null;
            }
            Frame frame = next.frame();
            if (frame != null || next.end()) {
                return new Arrival(next.slot().camera(), frame);
            }
        }
    }

    private FrameSlot.@Nullable Taken next() {
        lock.lock();
        try {
            FrameSlot over = over();
            if (over != null) {
                return FrameSlot.Taken.end(over);
            }
            FrameSlot slot = waiting.poll(FrameSlot.NEWEST);
            return slot == null ? null : slot.take();
        } finally {
            lock.unlock();
        }
    }

    /** A camera that has ended and whose last frame was taken. */
    private @Nullable FrameSlot over() {
        for (Iterator<FrameSlot> slots = ended.iterator(); slots.hasNext(); ) {
            FrameSlot slot = slots.next();
            if (slot.isEmpty()) {
                slots.remove();
                return slot;
            }
        }
        return null;
    }

    /** Completes when {@link #poll} has something to say; for the reader's thread only. */
    CompletableFuture<Void> availability() {
        if (available.isDone() && nothing()) {
            available = new CompletableFuture<>();
            if (!nothing()) { // it came before it could see the new future
                wakeUp();
            }
        }
        return available;
    }

    private boolean nothing() {
        lock.lock();
        try {
            return waiting.isEmpty() && ended.isEmpty() && failure == null;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the reader look again. */
    void wakeUp() {
        available.complete(null);
    }

    /** Makes the reader fail. */
    void fail(Throwable cause) {
        failure = cause;
        wakeUp();
    }

    /** What guards all slots. */
    ReentrantLock lock() {
        return lock;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Under the lock. */
    void queue(FrameSlot slot) {
        waiting.add(slot.camera(), slot.share().priority(), slot.share().weight(), slot);
    }

    /** Under the lock. */
    void forget(FrameSlot slot) {
        waiting.remove(other -> other == slot);
    }

    /** Under the lock. */
    void ended(FrameSlot slot) {
        ended.add(slot);
    }

    /** Under the lock: whether nobody will take anything any more. */
    boolean isClosed() {
        return closed;
    }

    /** Drops what still waits, and all that is left from now on. */
    @Override
    public void close() {
        List<FrameSlot> slots;
        lock.lock();
        try {
            closed = true;
            slots = waiting.remove(slot -> true);
        } finally {
            lock.unlock();
        }
        slots.forEach(FrameSlot::shut);
    }
}
