package io.vedette.sources;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one thread into a camera's stream, seen from outside, so that a thread that does not
 * come back from one can be given up. Such a thread gets {@link GivenUpException} out of the call
 * when it comes back after all; it then closes its stream, and nothing else is its business.
 *
 * <p>A thread is given up only while it is within a call, and knows it as it leaves the call.
 */
final class NativeCalls {

    private static final long NONE = 0;
    private static final long GIVEN_UP = 1;

    private final StopSignal stop;
    private final AtomicLong due = new AtomicLong(NONE);

    NativeCalls(StopSignal stop) {
        this.stop = stop;
    }

    /** The camera is no longer of this thread. */
    static final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Opens a stream, whose calls are then seen as well. */
    FrameStream open(CameraLoop.Opener opener, CameraSplit camera, Duration limit, Duration each)
            throws IOException {
        FrameStream stream;
        enter(limit);
        try {
            stream = opener.open(camera, () -> stop.isSet() || givenUp());
        } catch (Throwable e) {
            leave();
            throw e;
        }
        Seen seen = new Seen(stream, each);
        seen.begin();
        return seen;
    }

    /** Asks whether the camera's port answers. */
    void knock(CameraLoop.Opener opener, CameraSplit camera, Duration limit) throws IOException {
        enter(limit);
        try {
            opener.knock(camera);
        } finally {
            leave();
        }
    }

    /** Whether the thread is in a call that should have ended. */
    boolean overdue(long now) {
        long end = due.get();
        return end != NONE && end != GIVEN_UP && now - end > 0;
    }

    /** Whether the thread is in a call. */
    boolean within() {
        long end = due.get();
        return end != NONE && end != GIVEN_UP;
    }

    /**
     * Takes the camera from the thread if that is in a call.
     *
     * @return whether it was
     */
    boolean giveUp() {
        long end = due.get();
        return end != NONE && end != GIVEN_UP && due.compareAndSet(end, GIVEN_UP);
    }

    boolean givenUp() {
        return due.get() == GIVEN_UP;
    }

    /**
     * @throws GivenUpException if the camera is no longer of this thread
     */
    void requireOwned() {
        if (givenUp()) {
            throw new GivenUpException();
        }
    }

    private void enter(Duration limit) {
        requireOwned();
        long end = System.nanoTime() + limit.toNanos();
        due.set(end == NONE || end == GIVEN_UP ? GIVEN_UP + 1 : end);
    }

    private void leave() {
        long end = due.get();
        if (end == GIVEN_UP || !due.compareAndSet(end, NONE)) {
            throw new GivenUpException();
        }
    }

    /** A stream whose calls are seen. */
    private final class Seen implements FrameStream {

        private final FrameStream stream;
        private final Duration each;

        Seen(FrameStream stream, Duration each) {
            this.stream = stream;
            this.each = each;
        }

        /** Leaves the call that opened it. */
        void begin() {
            try {
                leave();
            } catch (GivenUpException e) {
                stream.close();
                throw e;
            }
        }

        @Override
        public @Nullable DecodedFrame next() throws IOException {
            enter(each);
            try {
                return stream.next();
            } finally {
                leave();
            }
        }

        @Override
        public String codec() {
            return stream.codec();
        }

        @Override
        public void close() {
            if (givenUp()) {
                stream.close();
                return;
            }
            enter(each);
            try {
                stream.close();
            } finally {
                leave();
            }
        }
    }
}
