package io.vedette.sources;

import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line to the log at each change of one camera's state, cause or video. */
final class StatusLog implements StatusListener {

    private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);

    private final InstantSource clock;
    private @Nullable CameraStatus last;

    StatusLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void changed(CameraStatus status) {
        String before = last == null ? null : sentence(last);
        String now = sentence(status);
        last = status;
        if (now.equals(before) || status.state() == CameraState.CONNECTING) {
            return;
        }
        if (status.cause() == null) {
            LOG.info("Camera '{}': {}.", status.camera(), now);
        } else {
            LOG.warn(
                    "Camera '{}': {}: {}{}.", status.camera(), now, status.message(), next(status));
        }
    }

    private static String sentence(CameraStatus status) {
        String state = word(status.state());
        CameraStatus.Video video = status.video();
        if (status.cause() != null) {
            return "%s, %s".formatted(state, word(status.cause()));
        }
        return video == null
                ? state
                : "%s, %s, %d x %d, times of %s"
                        .formatted(
                                state,
                                video.codec(),
                                video.width(),
                                video.height(),
                                word(video.clock()));
    }

    private String next(CameraStatus status) {
        return status.nextAttemptAt() == null
                ? ""
                : ", next attempt in %.1f s"
                        .formatted(
                                Duration.between(clock.instant(), status.nextAttemptAt()).toMillis()
                                        / 1000.0);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
