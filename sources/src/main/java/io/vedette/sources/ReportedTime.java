package io.vedette.sources;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the times are believed that a camera's RTCP sender reports give its pictures.
 *
 * <ul>
 *   <li>A time is believed if it is within a bound of the arrival.
 *   <li>One that jumps, back, or ahead by more than a second, is in doubt: a timestamp may jump
 *       while the report that explains it is yet to come. Until the doubt has lasted ten seconds,
 *       two usual intervals of reports, time goes on with the arrival plus the offset of the camera
 *       that was believed before; then the new time is believed, or the arrival if it is out of
 *       bounds.
 *   <li>A picture without a time, as before the first report of a connection, gets the arrival plus
 *       that offset, if there is one.
 *   <li>A picture that is late on the network is not in doubt: its time goes on, it is only older.
 * </ul>
 *
 * <p>The offset is that of the pictures that came fastest. It falls by at most a thousandth of the
 * time that passes, which is more than any clock drifts.
 */
final class ReportedTime {

    private static final Duration JUMP = Duration.ofSeconds(1);
    private static final Duration DOUBT = Duration.ofSeconds(10);
    private static final int DRIFT = 1000;

    private final Duration maxOffset;
    private @Nullable Duration offset;
    private @Nullable Instant lastSent;
    private @Nullable Instant lastBelievedAt;
    private @Nullable Instant doubtedSince;

    ReportedTime(Duration maxOffset) {
        this.maxOffset = maxOffset;
    }

    /**
     * When a picture was taken.
     *
     * @param sentAt as the camera says; null if it says nothing
     * @return null if nothing but the arrival is known
     */
    @Nullable Instant of(@Nullable Instant sentAt, Instant arrivedAt) {
        if (sentAt == null) {
            return goingOn(arrivedAt);
        }
        Duration ahead = Duration.between(arrivedAt, sentAt);
        boolean doubtful = !isInBounds(ahead) || jumps(ahead, sentAt);
        lastSent = sentAt;
        if (!doubtful) {
            believe(ahead, arrivedAt);
            return sentAt;
        }
        if (offset != null && !isOver(arrivedAt)) {
            return goingOn(arrivedAt);
        }
        offset = null;
        if (!isInBounds(ahead)) {
            return null;
        }
        believe(ahead, arrivedAt);
        return sentAt;
    }

    private @Nullable Instant goingOn(Instant arrivedAt) {
        return offset == null ? null : arrivedAt.plus(offset);
    }

    private boolean isInBounds(Duration ahead) {
        return !maxOffset.isZero() && ahead.abs().compareTo(maxOffset) <= 0;
    }

    private boolean jumps(Duration ahead, Instant sentAt) {
        if (offset == null) {
            return false;
        }
        boolean late = ahead.compareTo(offset.minus(JUMP)) < 0;
        boolean back = doubtedSince != null || (lastSent != null && sentAt.isBefore(lastSent));
        return ahead.compareTo(offset.plus(JUMP)) > 0 || (late && back);
    }

    private boolean isOver(Instant arrivedAt) {
        if (doubtedSince == null || arrivedAt.isBefore(doubtedSince)) {
            doubtedSince = arrivedAt;
        }
        return Duration.between(doubtedSince, arrivedAt).compareTo(DOUBT) > 0;
    }

    private void believe(Duration ahead, Instant arrivedAt) {
        if (offset == null || lastBelievedAt == null || ahead.compareTo(offset) > 0) {
            offset = ahead;
        } else {
            Duration passed = Duration.between(lastBelievedAt, arrivedAt);
            Duration least =
                    offset.minus(passed.isNegative() ? passed.negated() : passed.dividedBy(DRIFT));
            offset = ahead.compareTo(least) > 0 ? ahead : least;
        }
        lastBelievedAt = arrivedAt;
        doubtedSince = null;
    }
}
