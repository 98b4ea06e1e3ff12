package io.vedette.sources;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.sources.list.StatusChannel;
import io.vedette.sources.list.StatusPublisher;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the enumerator says of cameras: of those that are watched what their readers tell, of the
 * others what follows from the list.
 */
final class StatusReport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RtspSourceEnumerator.class);

    private final StatusChannel channel;
    private @Nullable StatusPublisher publisher;

    StatusReport(StatusChannel channel) {
        this.channel = channel;
    }

    void open() {
        publisher = channel.open();
    }

    void publish(CameraStatus status) {
        if (publisher != null) {
            publisher.publish(status);
        }
    }

    /** The first list, of the one that has all cameras there are. */
    void begin(WatchList whole) {
        if (publisher != null) {
            publisher.only(whole.ids());
        }
    }

    /** Tells of the cameras that are not watched, as far as that is new. */
    void change(WatchList before, WatchList now) {
        for (String id : now.disabled()) {
            if (!before.disabled().contains(id)) {
                publish(CameraStatus.of(id, CameraState.DISABLED, Instant.now()));
            }
        }
        for (Map.Entry<String, String> refusal : now.refused().entrySet()) {
            if (!refusal.getValue().equals(before.refused().get(refusal.getKey()))) {
                LOG.warn("{} It is not watched.", refusal.getValue());
                publish(refused(refusal.getKey(), refusal.getValue()));
            }
        }
        Set<String> listed = now.ids();
        for (String id : before.ids()) {
            if (publisher != null && !listed.contains(id)) {
                publisher.removed(id);
            }
        }
    }

    private static CameraStatus refused(String camera, String reason) {
        return new CameraStatus(
                camera,
                CameraState.UNSUPPORTED,
                CameraCause.SETTINGS_INVALID,
                reason,
                Instant.now(),
                0,
                null,
                null);
    }

    @Override
    public void close() {
        if (publisher != null) {
            publisher.close();
        }
    }
}
