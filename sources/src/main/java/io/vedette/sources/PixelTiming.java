package io.vedette.sources;

/**
 * Says when the pixels of a camera's next frame are made. While the camera keeps up, at once, in
 * its own thread: there are many of those. When it falls behind, only if the frame is taken, in the
 * reader's thread, since most frames are replaced before; but no more of them than the reader has
 * time for. After pixels could not be made the camera's thread tries, which then fails by it.
 *
 * <p>Under the lock of the hand-over.
 */
final class PixelTiming {

    /** So many frames in a row must be taken without having replaced another. */
    private static final int KEEPS_UP = 8;

    private final PixelBudget budget;
    private int kept = KEEPS_UP;
    private boolean replaces;
    private boolean failed;

    PixelTiming(PixelBudget budget) {
        this.budget = budget;
    }

    /** The frame that waits took the place of another. */
    void replaced() {
        replaces = true;
    }

    /** The frame that waited was taken. */
    void taken() {
        kept = replaces ? 0 : Math.min(kept + 1, KEEPS_UP);
        replaces = false;
    }

    /** Pixels of a frame that was taken could not be made. */
    void failed() {
        failed = true;
    }

    /**
     * Whether the camera's thread makes those of its next frame.
     *
     * @param waits whether that would replace another
     */
    boolean atOnce(boolean waits, long now) {
        if (failed) {
            failed = false;
            return true;
        }
        return (kept >= KEEPS_UP && !waits) || !budget.isLeft(now);
    }
}
