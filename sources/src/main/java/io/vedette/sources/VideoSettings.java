package io.vedette.sources;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the video of cameras is reached, decoded and timed.
 *
 * @param pictureTimeout how long packets may come without an undamaged picture
 * @param clockMaxOffset how far a camera's own clock may be from ours to be believed; zero never
 *     believes it
 * @param tls whom {@code rtsps:} and {@code https:} trust
 * @param device what decodes
 */
public record VideoSettings(
        Duration pictureTimeout, Duration clockMaxOffset, Tls tls, DecodeDevice device)
        implements Serializable {

    /**
     * Whom encrypted connections trust.
     *
     * @param caFile certificates in PEM, at the same path on every TaskManager, that a camera's
     *     certificate must descend from; null means those that Java trusts
     * @param verify whether certificate and host are checked at all
     */
    public record Tls(@Nullable String caFile, boolean verify) implements Serializable {

        public Tls {
            if (caFile != null && !verify) {
                throw new IllegalArgumentException(
                        "RTSP TLS CA file '%s' must not be given where nothing is verified."
                                .formatted(caFile));
            }
        }
    }

    public VideoSettings {
        if (pictureTimeout.isNegative() || pictureTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "RTSP picture timeout must be positive but was %s.".formatted(pictureTimeout));
        }
        if (clockMaxOffset.isNegative()) {
            throw new IllegalArgumentException(
                    "RTSP maximum clock offset must not be negative but was %s."
                            .formatted(clockMaxOffset));
        }
    }

    /** 10 s without a picture, clocks within 10 s, what Java trusts, decoded by the processor. */
    public static VideoSettings defaults() {
        return new VideoSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                new Tls(null, true),
                DecodeDevice.CPU);
    }
}
