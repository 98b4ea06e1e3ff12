package io.vedette.sources;

import io.vedette.schema.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where the camera threads leave frames for the reader: one place per camera, so that at most one
 * frame of a camera waits. Cameras with a frame are served in turn, and a camera that was served
 * queues up behind all others.
 */
final class FrameHandOver {

    private final Deque<Slot> ready = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private @Nullable Throwable failure;

    /**
     * What the reader takes out.
     *
     * @param camera whose
     * @param frame its frame; null says that no more will come
     */
    record Arrival(String camera, @Nullable Frame frame) {}

    /** The place of one camera. */
    Slot slot(String camera) {
        return new Slot(camera);
    }

    /**
     * The next arrival of the camera whose turn it is; null when there is none.
     *
     * @throws IllegalStateException if a camera thread broke down
     */
    synchronized @Nullable Arrival poll() {
        if (failure != null) {
            throw new IllegalStateException("A camera thread broke down.", failure);
        }
        Slot slot = ready.poll();
        return slot == null ? null : slot.take();
    }

    /** Completes when {@link #poll} has something to say. */
    synchronized CompletableFuture<Void> availability() {
        if (available.isDone() && ready.isEmpty() && failure == null) {
            available = new CompletableFuture<>();
        }
        return available;
    }

    /** Lets the reader look again. */
    void wakeUp() {
        current().complete(null);
    }

    /** Makes the reader fail. */
    void fail(Throwable cause) {
        synchronized (this) {
            failure = cause;
        }
        wakeUp();
    }

    private synchronized CompletableFuture<Void> current() {
        return available;
    }

    /** Where one camera's thread leaves its frames. */
    final class Slot {

        private final String camera;
        private @Nullable Frame frame;
        private boolean ended;

        private Slot(String camera) {
            this.camera = camera;
        }

        /**
         * Leaves a frame in place of the one that still waits.
         *
         * @return the frame that was replaced, or null
         */
        @Nullable Frame replace(Frame newest) {
            Frame replaced;
            synchronized (FrameHandOver.this) {
                replaced = frame;
                leave(newest);
            }
            wakeUp();
            return replaced;
        }

        /** Leaves a frame once the one before it was taken. */
        void put(Frame next) throws InterruptedException {
            synchronized (FrameHandOver.this) {
                while (frame != null) {
                    FrameHandOver.this.wait();
                }
                leave(next);
            }
            wakeUp();
        }

        /** Says that no more frames will come. */
        void end() {
            synchronized (FrameHandOver.this) {
                ended = true;
                if (frame == null) {
                    ready.add(this);
                }
            }
            wakeUp();
        }

        private void leave(Frame next) {
            if (frame == null) {
                ready.add(this);
            }
            frame = next;
        }

        private Arrival take() {
            Arrival arrival = new Arrival(camera, frame);
            if (frame != null) {
                frame = null;
                if (ended) {
                    ready.add(this);
                }
                FrameHandOver.this.notifyAll();
            }
            return arrival;
        }
    }
}
