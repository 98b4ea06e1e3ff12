package io.vedette.sources;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A picture that is kept. Those that are not closed are counted. */
final class FakeRetainedFrame implements RetainedFrame {

    private static volatile AtomicInteger counted = new AtomicInteger();

    private final FakeFrame frame;
    private final AtomicInteger open = counted;
    private boolean closed;

    FakeRetainedFrame(FakeFrame frame) {
        this.frame = frame;
        open.incrementAndGet();
    }

    /** Counts from now on. */
    static void clear() {
        counted = new AtomicInteger();
    }

    /** How many were kept since then and are not closed. */
    static int open() {
        return counted.get();
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public Raster raster(RasterSpec spec) throws IOException {
        return frame.raster(spec);
    }

    @Override
    public byte[] picture(int quality) throws IOException {
        return frame.picture(quality);
    }

    @Override
    public void close() {
        if (closed) {
            throw new AssertionError("A retained frame must be closed once.");
        }
        closed = true;
        open.decrementAndGet();
    }
}
