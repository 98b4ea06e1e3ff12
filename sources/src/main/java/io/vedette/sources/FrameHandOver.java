package io.vedette.sources;

import io.vedette.schema.Frame;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Where the camera threads leave frames for the reader: one place per camera, so that at most one
 * frame of a camera waits. Cameras with a frame are served in turn, and a camera that was served
 * queues up behind all others. Camera threads share no lock.
 */
final class FrameHandOver {

    private final Queue<Turn> ready = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Void> available = new CompletableFuture<>();
    private volatile @Nullable Throwable failure;

    /**
     * What the reader takes out.
     *
     * @param camera whose
     * @param frame its frame; null says that no more will come
     */
    record Arrival(String camera, @Nullable Frame frame) {}

    /** A place in the queue: of a frame, or of the news that there will be no more. */
    private record Turn(FrameSlot slot, boolean end) {}

    /**
     * The place of one camera.
     *
     * @param maxAge a frame that waited longer is not handed over; zero means any time
     * @param stale told of each such frame, in the reader's thread
     */
    FrameSlot slot(String camera, Duration maxAge, Runnable stale) {
        return new FrameSlot(this, camera, maxAge, stale);
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
        for (Turn turn = ready.poll(); turn != null; turn = ready.poll()) {
            if (turn.end()) {
                return new Arrival(turn.slot().camera(), null);
            }
            Frame frame = turn.slot().take();
            if (frame != null) {
                return new Arrival(turn.slot().camera(), frame);
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
        return ready.isEmpty() && failure == null;
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

    void queue(FrameSlot slot, boolean end) {
        ready.add(new Turn(slot, end));
        wakeUp();
    }
}
