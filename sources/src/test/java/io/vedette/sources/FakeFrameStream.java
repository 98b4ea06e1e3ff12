package io.vedette.sources;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A stream that plays a script, and hangs where the script has no more lines. */
final class FakeFrameStream implements FrameStream {

    private static final Duration INTERVAL = Duration.ofMillis(40);

    private final BlockingQueue<Step> script = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private int frames;

    private sealed interface Step permits Show, End, Fail {}

    private record Show(FakeFrame frame) implements Step {}

    private record End() implements Step {}

    private record Fail(Exception cause) implements Step {}

    /** Shows so many frames, 25 to the second of media time. */
    FakeFrameStream frames(int count) {
        for (int i = 0; i < count; i++) {
            script.add(new Show(new FakeFrame(INTERVAL.multipliedBy(frames++), false)));
        }
        return this;
    }

    FakeFrameStream damagedFrame() {
        script.add(new Show(new FakeFrame(INTERVAL.multipliedBy(frames++), true)));
        return this;
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
