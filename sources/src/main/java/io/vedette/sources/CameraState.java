package io.vedette.sources;

/** Where a camera is in its life; the gauge {@code state} shows its code. */
enum CameraState {
    /** Being opened for the first time. */
    CONNECTING(0),
    /** Frames arrive. */
    LIVE(1),
    /** It failed; a pause or another attempt is under way. */
    RECONNECTING(2),
    /** A file that is over, or a camera that was stopped. */
    ENDED(3);

    private final int code;

    CameraState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
