package io.vedette.sources;

/**
 * A decoded picture that is kept beyond the next one of its stream, and beyond the stream. It is
 * used by one thread at a time, whichever that is, and holds native memory until it is closed.
 */
public interface RetainedFrame extends Pixels, AutoCloseable {

    /** Frees it; does nothing the second time. */
    @Override
    void close();
}
