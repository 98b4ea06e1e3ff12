package io.vedette.sources;

import java.io.Serializable;
import java.time.Duration;

/**
 * How cameras are reached, and how patient Vedette is with them.
 *
 * @param transport how RTP travels
 * @param openTimeout how long opening a stream may take
 * @param readTimeout how long a stream may stay without a video packet
 * @param reconnect how long a camera that failed is left alone
 * @param frozenAfter how long the same picture may come before the camera counts as frozen; zero
 *     means for ever
 * @param hungAfter how much longer than its timeout a native call may take before its thread is
 *     given up
 * @param video how the video is reached, decoded and timed
 */
public record RtspSettings(
        Transport transport,
        Duration openTimeout,
        Duration readTimeout,
        ReconnectSettings reconnect,
        Duration frozenAfter,
        Duration hungAfter,
        VideoSettings video)
        implements Serializable {

    /** How RTP travels. */
    public enum Transport {
        /** Within the RTSP connection: nothing is lost, and it passes firewalls. */
        TCP,
        /** In datagrams of its own: a lost one damages the picture until the next key frame. */
        UDP,
        /** Within HTTP, as QuickTime began it, for networks that let nothing else pass. */
        HTTP
    }

    public RtspSettings {
        positive("RTSP open timeout", openTimeout);
        positive("RTSP read timeout", readTimeout);
        positive("RTSP time until a call counts as hung", hungAfter);
        if (frozenAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "RTSP time until a picture counts as frozen must not be negative but was %s."
                            .formatted(frozenAfter));
        }
    }

    /** All else by default. */
    public RtspSettings(
            Transport transport,
            Duration openTimeout,
            Duration readTimeout,
            Duration reconnectInitialDelay,
            Duration reconnectMaxDelay) {
        this(
                transport,
                openTimeout,
                readTimeout,
                ReconnectSettings.of(reconnectInitialDelay, reconnectMaxDelay),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                VideoSettings.defaults());
    }

    /** The same for other video. */
    public RtspSettings with(VideoSettings other) {
        return new RtspSettings(
                transport, openTimeout, readTimeout, reconnect, frozenAfter, hungAfter, other);
    }

    /**
     * TCP, 10 s to open, 5 s without a packet, reconnect after 0.5 s to 1 s, frozen after 10 s,
     * hung 10 s past a timeout.
     */
    public static RtspSettings defaults() {
        return new RtspSettings(
                Transport.TCP,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(1));
    }

    private static void positive(String subject, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "%s must be positive but was %s.".formatted(subject, value));
        }
    }
}
