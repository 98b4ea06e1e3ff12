package io.vedette.sources;

import java.time.Duration;

/**
 * Says how far the frames of a live camera lag behind since they were held up on their way: after a
 * pause of the network, what had queued up comes in a burst.
 *
 * <p>A gap in the arrivals that the media times do not have makes the lag, and it is worked off as
 * media time runs faster than ours. If it does not, the camera itself paused and its frames are
 * fresh: the lag is forgotten after half a second. So neither a clock that runs slow, nor one that
 * jumps, nor a wrong frame rate ever makes frames look old.
 *
 * <p>Used by one thread at a time; times are of {@link System#nanoTime}.
 */
final class BurstLag {

    private static final long GAP = Duration.ofSeconds(1).toNanos();
    private static final long PROOF = Duration.ofMillis(500).toNanos();
    private static final double BURST_SPEED = 1.5;

    private boolean begun;
    private long lastArrival;
    private long lastMedia;
    private long gapArrival;
    private long gapMedia;
    private long lag;

    /** The stream begins again. */
    void restart() {
        begun = false;
        lag = 0;
    }

    /** By how much the frame that arrives now lags. */
    Duration of(Duration mediaTime, long now) {
        long media = mediaTime.toNanos();
        if (begun) {
            follow(now - lastArrival, media - lastMedia, now, media);
        }
        begun = true;
        lastArrival = now;
        lastMedia = media;
        return Duration.ofNanos(lag);
    }

    private void follow(long arrived, long played, long now, long media) {
        if (played < 0 || played > arrived + lag + GAP) {
            lag = 0;
        } else if (arrived - played > GAP) {
            lag += arrived - played;
            gapArrival = now;
            gapMedia = media;
        } else if (lag > 0) {
            lag = catchesUp(now, media) ? Math.max(0, lag + arrived - played) : 0;
        }
    }

    private boolean catchesUp(long now, long media) {
        long since = now - gapArrival;
        return since < PROOF || media - gapMedia > since * BURST_SPEED;
    }
}
