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
    HOST_UNKNOWN(UNREACHABLE),
    /** Nothing listens at its port. */
    @JsonProperty("connection-refused")
    CONNECTION_REFUSED(UNREACHABLE),
    /** It did not answer in time, or no way leads to it. */
    @JsonProperty("no-answer")
    NO_ANSWER(UNREACHABLE),
    /** Its certificate is not trusted, not of this host or out of date, or TLS failed otherwise. */
    @JsonProperty("tls-failed")
    TLS_FAILED(UNREACHABLE),
    /** It wants another user or password. */
    @JsonProperty("authentication-failed")
    AUTHENTICATION_FAILED(REFUSED),
    /** It has no such stream; a file is not there. */
    @JsonProperty("not-found")
    NOT_FOUND(REFUSED),
    /** It refused with another status. */
    @JsonProperty("request-refused")
    REQUEST_REFUSED(REFUSED),
    /** A reference in its uri, such as {@code ${env:NAME}}, leads to nothing. */
    @JsonProperty("secret-missing")
    SECRET_MISSING(REFUSED),
    /** It has no video. */
    @JsonProperty("no-video")
    NO_VIDEO(UNSUPPORTED),
    /** There is no decoder for its codec, or none for its profile. */
    @JsonProperty("codec-unsupported")
    CODEC_UNSUPPORTED(UNSUPPORTED),
    /** No packets come. */
    @JsonProperty("no-packets")
    NO_PACKETS(STALLED),
    /** Packets come, but no picture can be made of them. */
    @JsonProperty("no-pictures")
    NO_PICTURES(STALLED),
    /** The same picture comes again and again. */
    @JsonProperty("frozen-picture")
    FROZEN_PICTURE(STALLED),
    /** It ended the stream or the connection. */
    @JsonProperty("stream-ended")
    STREAM_ENDED(STALLED),
    /** What it sends is broken. */
    @JsonProperty("stream-corrupt")
    STREAM_CORRUPT(STALLED),
    /** A native call does not return; its thread was given up. */
    @JsonProperty("hung")
    HUNG(STALLED);

    private final CameraState state;

    CameraCause(CameraState state) {
        this.state = state;
    }

    /** The state that it puts a camera in. */
    public CameraState state() {
        return state;
    }
}
