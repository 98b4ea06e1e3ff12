package io.vedette.sources;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a camera that failed is left alone before it is opened again.
 *
 * @param usual where it does not answer, or stops sending: short, so that it is soon back; all that
 *     such an attempt costs is a TCP connection and a question
 * @param refused where it answers that it has nothing for us: no such stream, no video, a codec
 *     that is not known; short too, since a camera that starts says so until it is ready
 * @param login where it refuses the password: long, since cameras lock accounts
 */
public record ReconnectSettings(Pauses usual, Pauses refused, Pauses login)
        implements Serializable {

    /** 0.5 to 1 s; refused 1 to 1.5 s; with a wrong password 1 to 15 min. */
    public static ReconnectSettings defaults() {
        return of(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    /** Others than the usual pauses by default. */
    static ReconnectSettings of(Duration initial, Duration max) {
        return new ReconnectSettings(
                new Pauses(initial, max),
                new Pauses(Duration.ofSeconds(1), Duration.ofMillis(1500)),
                new Pauses(Duration.ofMinutes(1), Duration.ofMinutes(15)));
    }
}
