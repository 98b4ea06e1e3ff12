package io.vedette.sources;

import java.io.Serializable;
import java.time.Duration;

/**
 * How cameras are reached, and how patient Vedette is with them.
 *
 * @param transport how RTP travels
 * @param openTimeout how long opening a stream may take
 * @param readTimeout how long a stream may stay without a video packet
 * @param reconnectInitialDelay the pause before the first attempt to reconnect
 * @param reconnectMaxDelay the pause that doubling never exceeds
 * @param video how the video is reached, decoded and timed
 */
public record RtspSettings(
        Transport transport,
        Duration openTimeout,
        Duration readTimeout,
        Duration reconnectInitialDelay,
        Duration reconnectMaxDelay,
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
        positive("RTSP initial reconnect delay", reconnectInitialDelay);
        if (reconnectMaxDelay.compareTo(reconnectInitialDelay) < 0) {
            throw new IllegalArgumentException(
                    "RTSP maximum reconnect delay must be at least the initial delay %s but was %s."
                            .formatted(reconnectInitialDelay, reconnectMaxDelay));
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
                reconnectInitialDelay,
                reconnectMaxDelay,
                VideoSettings.defaults());
    }

    /** TCP, 10 s to open, 5 s without a packet, reconnect after 0.5 s to 30 s. */
    public static RtspSettings defaults() {
        return new RtspSettings(
                Transport.TCP,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(30));
    }

    private static void positive(String subject, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "%s must be positive but was %s.".formatted(subject, value));
        }
    }
}
