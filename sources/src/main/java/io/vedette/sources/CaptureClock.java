package io.vedette.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says when a camera's frames were captured, to the microsecond and strictly rising, also when a
 * stream is connected again, a file begins anew or the machine's clock is set back.
 *
 * <p>Used by one thread.
 */
final class CaptureClock {

    private static final Duration STEP = Duration.of(1, ChronoUnit.MICROS);

    private final boolean live;
    private @Nullable Instant start;
    private @Nullable Instant last;
    private Duration interval = STEP;

    private CaptureClock(boolean live, @Nullable Instant start) {
        this.live = live;
        this.start = start;
    }

    /** A live camera's frames were captured when they arrived. */
    static CaptureClock live() {
        return new CaptureClock(true, null);
    }

    /**
     * A file's frames were captured at their media time.
     *
     * @param start of its first frame; null means when that one arrives
     */
    static CaptureClock file(@Nullable Instant start) {
        return new CaptureClock(false, start);
    }

    /** The capture time of the next frame. */
    Instant stamp(Duration mediaTime, Instant arrivedAt) {
        Instant believed = (live ? arrivedAt : played(mediaTime, arrivedAt));
        Instant stamp = rising(believed.truncatedTo(ChronoUnit.MICROS));
        if (last != null) {
            interval = Duration.between(last, stamp);
        }
        last = stamp;
        return stamp;
    }

    /** The stream begins again: a file's first frame follows its last one as frames did before. */
    void restart() {
        if (!live && last != null) {
            start = last.plus(interval);
        }
    }

    private Instant played(Duration mediaTime, Instant arrivedAt) {
        if (start == null) {
            start = arrivedAt;
        }
        return start.plus(mediaTime);
    }

    private Instant rising(Instant stamp) {
        return last == null || stamp.isAfter(last) ? stamp : last.plus(STEP);
    }
}
