package io.vedette.sources;

import io.vedette.schema.CameraStatus.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says when a camera's frames were captured, to the microsecond and strictly rising, also when a
 * stream is connected again, a file begins anew or a clock is set back.
 *
 * <p>Where the time of a live camera lies behind the frame before, its frames go on at half the
 * pace of their arrival until it has caught up, so a step back of a second is worked off in two,
 * and time neither stands still nor runs backwards. A step forward is taken at once.
 *
 * <p>Used by one thread.
 */
final class CaptureClock {

    private static final Duration STEP = Duration.of(1, ChronoUnit.MICROS);

    private final @Nullable ReportedTime reported;
    private @Nullable Instant start;
    private @Nullable Instant last;
    private @Nullable Instant lastArrival;
    private Duration interval = STEP;
    private Clock clock;

    private CaptureClock(@Nullable ReportedTime reported, @Nullable Instant start) {
        this.reported = reported;
        this.start = start;
        this.clock = reported == null ? Clock.MEDIA : Clock.ARRIVAL;
    }

    /**
     * A live camera's frames were captured when its sender reports say, as far as {@link
     * ReportedTime} believes them, else when they arrived.
     */
    static CaptureClock live(Duration maxOffset) {
        return new CaptureClock(new ReportedTime(maxOffset), null);
    }

    /**
     * A file's frames were captured at their media time.
     *
     * @param start of its first frame; null means when that one arrives
     */
    static CaptureClock file(@Nullable Instant start) {
        return new CaptureClock(null, start);
    }

    /**
     * The capture time of the next frame.
     *
     * @param sentAt when the camera says that it was; null where it says nothing
     */
    Instant stamp(Duration mediaTime, @Nullable Instant sentAt, Instant arrivedAt) {
        Instant believed =
                reported == null
                        ? played(mediaTime, arrivedAt)
                        : live(reported.of(sentAt, arrivedAt), arrivedAt);
        Instant stamp = rising(believed.truncatedTo(ChronoUnit.MICROS), arrivedAt);
        if (last != null) {
            interval = Duration.between(last, stamp);
        }
        last = stamp;
        lastArrival = arrivedAt;
        return stamp;
    }

    /** Whose time the last frame carries. */
    Clock clock() {
        return clock;
    }

    /** The stream begins again: a file's first frame follows its last one as frames did before. */
    void restart() {
        if (reported == null && last != null) {
            start = last.plus(interval);
        }
    }

    private Instant live(@Nullable Instant camera, Instant arrivedAt) {
        clock = camera == null ? Clock.ARRIVAL : Clock.CAMERA;
        return camera == null ? arrivedAt : camera;
    }

    private Instant played(Duration mediaTime, Instant arrivedAt) {
        if (start == null) {
            start = arrivedAt;
        }
        return start.plus(mediaTime);
    }

    private Instant rising(Instant stamp, Instant arrivedAt) {
        if (last == null || stamp.isAfter(last)) {
            return stamp;
        }
        Duration elapsed =
                reported == null || lastArrival == null
                        ? Duration.ZERO
                        : Duration.between(lastArrival, arrivedAt);
        Duration half = elapsed.dividedBy(2).truncatedTo(ChronoUnit.MICROS);
        return last.plus(half.compareTo(STEP) > 0 ? half : STEP);
    }
}
