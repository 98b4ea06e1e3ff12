package io.vedette.sources;

import io.vedette.schema.CameraCause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a camera is left alone, by what is wrong with it. Each kind of pause grows by itself and
 * is short again only after the camera was live, so a password that is wrong now and then is tried
 * no more often than one that always is.
 *
 * <p>A file that fails is tried rarely: it does not mend by itself, and reading it costs more than
 * a refusal.
 */
final class Patience {

    private static final Pauses FILE = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final int HUNG_GROWTH = 60;

    private final boolean file;
    private final Backoff usual;
    private final Backoff refused;
    private final Backoff login;
    private final Backoff hung;

    Patience(RtspSettings settings, boolean file, RandomGenerator random) {
        ReconnectSettings reconnect = settings.reconnect();
        Duration hungAfter = settings.hungAfter();
        this.file = file;
        this.usual = new Backoff(reconnect.usual(), random);
        this.refused = new Backoff(file ? FILE : reconnect.refused(), random);
        this.login = new Backoff(reconnect.login(), random);
        this.hung = new Backoff(new Pauses(hungAfter, hungAfter.multipliedBy(HUNG_GROWTH)), random);
    }

    /** The pause after a failure. */
    Duration after(CameraCause cause) {
        return kind(cause).next();
    }

    private Backoff kind(CameraCause cause) {
        if (cause == CameraCause.AUTHENTICATION_FAILED) {
            return login;
        }
        if (cause == CameraCause.HUNG) {
            return hung;
        }
        return switch (cause.state()) {
            case REFUSED, UNSUPPORTED -> refused;
            default -> file || cause == CameraCause.TLS_FAILED ? refused : usual;
        };
    }

    void live() {
        usual.succeeded();
        refused.succeeded();
        login.succeeded();
    }
}
