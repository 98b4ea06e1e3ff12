package io.vedette.quickstart.cameras;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of a server; used by any thread. */
final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, RtspSession> byId = new ConcurrentHashMap<>();
    private final Duration timeout;

    Sessions(Duration timeout) {
        this.timeout = timeout;
    }

    /** An id, or a nonce, that nobody can guess. */
    static String randomId() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Duration timeout() {
        return timeout;
    }

    void add(RtspSession session) {
        byId.put(session.id(), session);
        session.camera().add(session);
    }

    void remove(RtspSession session) {
        byId.remove(session.id());
        session.camera().remove(session);
    }

    @Nullable RtspSession get(String id) {
        return byId.get(id);
    }

    /** Ends those that gave no sign of life. */
    void endDead() {
        for (RtspSession session : byId.values()) {
            if (session.isDead(timeout)) {
                LOG.warn(
                        "Camera '{}': a session gave no sign of life for {}, it is ended.",
                        session.camera().id(),
                        timeout);
                session.disconnect();
            }
        }
    }

    void endAll() {
        byId.values().forEach(RtspSession::disconnect);
    }
}
