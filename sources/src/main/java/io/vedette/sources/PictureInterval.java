package io.vedette.sources;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says which frames of one camera carry their picture: at most one per interval of capture time,
 * not counting frames that were lost. Safe for concurrent use.
 */
final class PictureInterval {

    private final @Nullable Duration interval;
    private @Nullable Instant last;

    /**
     * @param interval zero means every frame, null none
     */
    PictureInterval(@Nullable Duration interval) {
        this.interval = interval;
    }

    /** Whether this frame carries one; asked once per frame. */
    synchronized boolean isDue(Instant capturedAt) {
        if (interval == null || (last != null && capturedAt.isBefore(last.plus(interval)))) {
            return false;
        }
        last = capturedAt;
        return true;
    }

    /** A frame that carried one was lost: the next one is due. */
    synchronized void lost() {
        last = null;
    }
}
