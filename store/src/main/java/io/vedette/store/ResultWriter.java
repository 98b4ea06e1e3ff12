package io.vedette.store;

import io.vedette.schema.FrameResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts results into the store by identity: what is written twice is there once, as it was written
 * last, with exactly the detections of the last time.
 *
 * <p>A call is one transaction: when it returns all results are stored, when it throws none is.
 * Writers in any number of processes may write the same identities at once. A writer belongs to one
 * thread; it blocks that thread while the store is away, within the bounds of its backoff.
 */
public final class ResultWriter {

    /** Within these instants a timestamp travels without loss; a working clock shows no other. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);

    private final Store store;
    private final Backoff backoff;
    private final DayPartitions partitions = new DayPartitions();

    ResultWriter(Store store, Backoff backoff) {
        this.store = store;
        this.backoff = backoff;
    }

    /**
     * Stores the results; of several with the same identity the last one counts. A result whose
     * capture time no working clock shows is left out with a warning.
     *
     * @throws StoreException if the store stayed away too long or refuses the results
     */
    public void write(List<FrameResult> results) {
        List<FrameResult> sorted = sortedByIdentity(results);
        if (sorted.isEmpty()) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                writeOnce(sorted);
                return;
            } catch (SQLException e) {
                recover(e, attempt);
            }
        }
    }

    private void writeOnce(List<FrameResult> sorted) throws SQLException {
        try (Connection connection = store.connect()) {
            connection.setAutoCommit(false);
            partitions.ensure(connection, days(sorted));
            new ResultStatements(connection).replace(sorted);
            connection.commit();
        }
    }

    private void recover(SQLException e, int attempt) {
        StoreException failure = store.failure(e);
        if (!failure.isUnavailable() || !backoff.allowsAnother(attempt)) {
            throw failure;
        }
        partitions.forget();
        Duration pause = backoff.after(attempt);
        LOG.warn(
                "{} Writing again in {} ms (attempt {} of {}).",
                failure.getMessage(),
                pause.toMillis(),
                attempt + 1,
                backoff.attempts());
        try {
            if (!store.pause(pause)) {
                throw failure;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static List<FrameResult> sortedByIdentity(List<FrameResult> results) {
        Map<Identity, FrameResult> byIdentity = new TreeMap<>();
        for (FrameResult result : results) {
            if (isStorable(result)) {
                byIdentity.put(new Identity(result.camera(), result.capturedAt()), result);
            }
        }
        return List.copyOf(byIdentity.values());
    }

    private static boolean isStorable(FrameResult result) {
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

    private static Collection<LocalDate> days(List<FrameResult> results) {
        return results.stream()
                .map(result -> LocalDate.ofInstant(result.capturedAt(), ZoneOffset.UTC))
                .distinct()
                .toList();
    }

    private record Identity(String camera, Instant capturedAt) implements Comparable<Identity> {
        @Override
        public int compareTo(Identity other) {
            int byCamera = camera.compareTo(other.camera);
            return byCamera != 0 ? byCamera : capturedAt.compareTo(other.capturedAt);
        }
    }
}
