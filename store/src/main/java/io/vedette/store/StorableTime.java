package io.vedette.store;

import io.vedette.schema.FrameResult;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which capture times the store takes: those that travel without loss and a working clock shows.
 */
final class StorableTime {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(StorableTime.class);

    private StorableTime() {}

    /** Warns when it does not. */
    static boolean isOf(FrameResult result) {
        Instant capturedAt = result.capturedAt();
        boolean storable = !capturedAt.isBefore(EARLIEST) && capturedAt.isBefore(LATEST);
        if (!storable) {
            LOG.warn(
                    "Camera '{}': frame {} is not stored, its capture time must lie between {} and {} but was {}.",
                    result.camera(),
                    result.sequence(),
                    EARLIEST,
                    LATEST,
                    capturedAt);
        }
        return storable;
    }
}
