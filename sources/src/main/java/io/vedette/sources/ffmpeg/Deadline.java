package io.vedette.sources.ffmpeg;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends blocking calls of one FFmpeg context when time is up or the stream is cancelled. FFmpeg asks
 * several times a second.
 *
 * <p>All contexts share one native callback, for JavaCPP makes at most ten of a kind; a context is
 * told by the number that it carries as its opaque pointer.
 */
final class Deadline implements AutoCloseable {

    private static final Map<Long, Deadline> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Held for ever, since FFmpeg keeps calling it. */
    private static final AVIOInterruptCB.Callback_Pointer CALLBACK = new Callback();

    private final long number = NUMBERS.incrementAndGet();
    private final BooleanSupplier cancelled;
    private long endNanos;
    private Duration allowed = Duration.ZERO;

    Deadline(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        OPEN.put(number, this);
    }

    void watch(AVFormatContext format) {
        format.interrupt_callback().callback(CALLBACK).opaque(new Tag(number));
    }

    /** Gives the calls from now on so much time. */
    void allow(Duration time) {
        endNanos = System.nanoTime() + time.toNanos();
        allowed = time;
    }

    boolean passed() {
        return !allowed.isZero() && System.nanoTime() - endNanos > 0;
    }

    /** How much time was given last, for people. */
    String allowed() {
        return "%.1f s".formatted(allowed.toMillis() / 1000.0);
    }

    boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }

    private static final class Callback extends AVIOInterruptCB.Callback_Pointer {

        @Override
        public int call(Pointer opaque) {
            Deadline deadline = opaque == null ? null : OPEN.get(opaque.address());
            return deadline != null && (deadline.cancelled() || deadline.passed()) ? 1 : 0;
        }
    }
}
