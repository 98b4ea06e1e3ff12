package io.vedette.sources;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A stream that plays a script, and hangs where the script has no more lines. */
final class FakeFrameStream implements FrameStream {

    private static final Duration INTERVAL = Duration.ofMillis(40);

    private final BlockingQueue<Step> script = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> thawed = new CompletableFuture<>();
    private volatile boolean opensNever;
    private volatile boolean hanging;
    private volatile boolean closed;
    private int frames;

    private sealed interface Step permits Show, End, Fail, Hang {}

    private record Show(FakeFrame frame) implements Step {}

    private record End() implements Step {}

    private record Hang() implements Step {}

    private record Fail(Exception cause) implements Step {}

    /** Shows so many frames, 25 to the second of media time. */
    FakeFrameStream frames(int count) {
        for (int i = 0; i < count; i++) {
            script.add(new Show(frame()));
        }
        return this;
    }

    FakeFrameStream damagedFrame() {
        script.add(new Show(frame().damage()));
        return this;
    }

    /** Shows a frame after so many that were passed over undecoded. */
    FakeFrameStream frameAfter(int skipped) {
        script.add(new Show(frame().after(skipped)));
        return this;
    }

    private FakeFrame frame() {
        return FakeFrame.at(INTERVAL.multipliedBy(frames++));
    }

    /** Hangs as a native call does: neither an interrupt nor a stop ends it, only {@link #thaw}. */
    FakeFrameStream hangs() {
        script.add(new Hang());
        return this;
    }

    /** Hangs as it is opened, until {@link #thaw}. */
    FakeFrameStream hangsWhenOpened() {
        opensNever = true;
        return this;
    }

    void open() {
        if (opensNever) {
            hang();
        }
    }

    private void hang() {
        hanging = true;
        thawed.join();
        hanging = false;
    }

    /** Lets a call that hangs return, with a frame. */
    void thaw() {
        thawed.complete(null);
    }

    /** Whether a call hangs. */
    boolean hanging() {
        return hanging;
    }

    FakeFrameStream ends() {
        script.add(new End());
        return this;
    }

    FakeFrameStream fails(Exception cause) {
        script.add(new Fail(cause));
        return this;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public DecodedFrame next() throws IOException {
        Step step;
        try {
            step = script.take();
        } catch (InterruptedException e) {
            throw new IOException("cancelled", e);
        }
        if (step instanceof Show show) {
            return show.frame();
        }
        if (step instanceof Fail fail) {
            if (fail.cause() instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) fail.cause();
        }
        if (step instanceof Hang) {
            hang();
            return frame();
        }
        return null;
    }

    @Override
    public String codec() {
        return "fake";
    }

    @Override
    public void close() {
        closed = true;
    }
}
