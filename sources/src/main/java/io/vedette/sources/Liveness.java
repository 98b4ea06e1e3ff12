package io.vedette.sources;

import io.vedette.schema.CameraCause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the pictures of a live camera show anything: not if the same one comes again and
 * again, nor if each one is damaged. Damaged pictures prove neither that a picture moves nor that
 * it is frozen. Five a second are compared, all of them once they are frozen.
 *
 * <p>Used by one thread at a time; times are of {@link System#nanoTime}.
 */
final class Liveness {

    private static final long LOOK_INTERVAL = Duration.ofMillis(200).toNanos();

    private final long frozenAfter;
    private final long damagedAfter;
    private boolean begun;
    private boolean sound;
    private long fingerprint;
    private long lookedAt;
    private long changedAt;
    private long soundAt;
    private @Nullable CameraCause problem;

    /**
     * @param frozenAfter how long the same picture may come; zero means for ever
     * @param damagedAfter how long all pictures may be damaged
     */
    Liveness(Duration frozenAfter, Duration damagedAfter) {
        this.frozenAfter = frozenAfter.toNanos();
        this.damagedAfter = damagedAfter.toNanos();
    }

    /** The stream begins again. */
    void restart() {
        begun = false;
        sound = false;
        problem = null;
    }

    void see(DecodedFrame picture, long now) {
        if (!begun) {
            begun = true;
            soundAt = now;
        }
        if (!picture.damaged()) {
            problem = frozen(picture, now) ? CameraCause.FROZEN_PICTURE : null;
            sound = true;
            soundAt = now;
        } else if (now - soundAt >= damagedAfter) {
            problem = CameraCause.STREAM_CORRUPT;
        }
    }

    private boolean frozen(DecodedFrame picture, long now) {
        boolean early = sound && now - lookedAt < LOOK_INTERVAL;
        if (frozenAfter == 0 || (early && problem == null)) {
            return false;
        }
        lookedAt = now;
        long print = picture.fingerprint();
        if (!sound || print != fingerprint) {
            fingerprint = print;
            changedAt = now;
        }
        return now - changedAt >= frozenAfter;
    }

    /** Whether a picture came that was not damaged. */
    boolean sound() {
        return sound;
    }

    /** What is wrong with the pictures; null if nothing is. */
    @Nullable CameraCause problem() {
        return problem;
    }
}
