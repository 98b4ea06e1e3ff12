package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a camera is in its life. */
public enum CameraState {
    /** Being opened; it has not failed since it was live, or since it was added. */
    @JsonProperty("connecting")
    CONNECTING(0),
    /** New pictures arrive. */
    @JsonProperty("live")
    LIVE(1),
    /** It was live, and gives no new pictures: it fell silent, broke off or shows a frozen one. */
    @JsonProperty("stalled")
    STALLED(2),
    /** It answers, but does not let us watch: a wrong password or path. */
    @JsonProperty("refused")
    REFUSED(3),
    /** It does not answer. */
    @JsonProperty("unreachable")
    UNREACHABLE(4),
    /** It sends what cannot be watched: no video, or a codec that is not known. */
    @JsonProperty("unsupported")
    UNSUPPORTED(5),
    /** It is in the list, but not to be watched. */
    @JsonProperty("disabled")
    DISABLED(6),
    /** A file that has been played to its end. */
    @JsonProperty("ended")
    ENDED(7);

    private final int code;

    CameraState(int code) {
        this.code = code;
    }

    /** The number that the metric {@code state} shows. */
    public int code() {
        return code;
    }
}
