package io.vedette.schema;

import static io.vedette.schema.CameraState.REFUSED;
import static io.vedette.schema.CameraState.STALLED;
import static io.vedette.schema.CameraState.UNREACHABLE;
import static io.vedette.schema.CameraState.UNSUPPORTED;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a camera is not live. */
public enum CameraCause {
    /** Its host name is not known. */
    @JsonProperty("host-unknown")
    HOST_UNKNOWN(1, UNREACHABLE),
    /** Nothing listens at its port. */
    @JsonProperty("connection-refused")
    CONNECTION_REFUSED(2, UNREACHABLE),
    /** It did not answer in time, or no way leads to it. */
    @JsonProperty("no-answer")
    NO_ANSWER(3, UNREACHABLE),
    /** Its certificate is not trusted, not of this host or out of date, or TLS failed otherwise. */
    @JsonProperty("tls-failed")
    TLS_FAILED(4, UNREACHABLE),
    /** It wants another user or password. */
    @JsonProperty("authentication-failed")
    AUTHENTICATION_FAILED(5, REFUSED),
    /** It has no such stream; a file is not there. */
    @JsonProperty("not-found")
    NOT_FOUND(6, REFUSED),
    /** It refused with another status. */
    @JsonProperty("request-refused")
    REQUEST_REFUSED(7, REFUSED),
    /** A reference in its uri, such as {@code ${env:NAME}}, leads to nothing. */
    @JsonProperty("secret-missing")
    SECRET_MISSING(8, REFUSED),
    /** It has no video. */
    @JsonProperty("no-video")
    NO_VIDEO(9, UNSUPPORTED),
    /** There is no decoder for its codec, or none for its profile. */
    @JsonProperty("codec-unsupported")
    CODEC_UNSUPPORTED(10, UNSUPPORTED),
    /** No packets come. */
    @JsonProperty("no-packets")
    NO_PACKETS(11, STALLED),
    /** Packets come, but no picture can be made of them. */
    @JsonProperty("no-pictures")
    NO_PICTURES(12, STALLED),
    /** The same picture comes again and again. */
    @JsonProperty("frozen-picture")
    FROZEN_PICTURE(13, STALLED),
    /** It ended the stream or the connection. */
    @JsonProperty("stream-ended")
    STREAM_ENDED(14, STALLED),
    /** What it sends is broken. */
    @JsonProperty("stream-corrupt")
    STREAM_CORRUPT(15, STALLED),
    /** A native call does not return; its thread was given up. */
    @JsonProperty("hung")
    HUNG(16, STALLED),
    /** What the camera list says of it makes no sense, for example a parameter of its file. */
    @JsonProperty("settings-invalid")
    SETTINGS_INVALID(17, UNSUPPORTED);

    private final int code;
    private final CameraState state;

    CameraCause(int code, CameraState state) {
        this.code = code;
        this.state = state;
    }

    /** The number that the metric {@code causeCode} shows, where 0 stands for none. */
    public int code() {
        return code;
    }

    /** The state that it puts a camera in. */
    public CameraState state() {
        return state;
    }
}
