package io.vedette.sources;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says which frames of one camera carry their picture: at most one per interval of capture time.
 *
 * <p>Used by one thread.
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
    boolean isDue(Instant capturedAt) {
        if (interval == null || (last != null && capturedAt.isBefore(last.plus(interval)))) {
            return false;
        }
        last = capturedAt;
        return true;
    }

    /** The frame that carried the last one was lost: the next one is due. */
    void lost() {
        last = null;
    }
}
