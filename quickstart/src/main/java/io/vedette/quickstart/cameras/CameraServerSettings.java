package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtsp.Login;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a camera server is reached.
 *
 * @param host to listen on, for example {@code 127.0.0.1}
 * @param port 0 picks a free one
 * @param login that is asked for; null lets everybody in
 * @param sessionTimeout after which a session without a sign of life is ended; whole seconds
 */
public record CameraServerSettings(
        String host, int port, @Nullable Login login, Duration sessionTimeout) {

    public CameraServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Port must be 0 to 65535 but was %d.".formatted(port));
        }
        if (sessionTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "Session timeout must be at least 1 s but was %s.".formatted(sessionTimeout));
        }
    }

    /** On a free port of this machine, for everybody on it. */
    public static CameraServerSettings local() {
        return new CameraServerSettings("127.0.0.1", 0, null, Duration.ofSeconds(60));
    }

    public CameraServerSettings withLogin(Login required) {
        return new CameraServerSettings(host, port, required, sessionTimeout);
    }

    public CameraServerSettings withSessionTimeout(Duration timeout) {
        return new CameraServerSettings(host, port, login, timeout);
    }
}
