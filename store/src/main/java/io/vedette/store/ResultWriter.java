package io.vedette.store;

import io.vedette.schema.FrameResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts results into the store by identity: what is written twice is there once, as it was written
 * last, with exactly the detections of the last time.
 *
 * <p>A call is one transaction: when it returns all results are stored, when it throws none is.
 * Writers in any number of processes may write the same identities at once. A writer belongs to one
 * thread; it blocks that thread while the store is away, within the bounds of its backoff.
 */
public final class ResultWriter {

    private final RetriedTransaction transaction;
    private final DayPartitions partitions = new DayPartitions();

    ResultWriter(Store store, Backoff backoff) {
        transaction = new RetriedTransaction(store, backoff);
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
        transaction.run(connection -> replace(connection, sorted), partitions::forget);
    }

    private void replace(Connection connection, List<FrameResult> sorted) throws SQLException {
        partitions.ensure(connection, days(sorted));
        new ResultStatements(connection).replace(sorted);
    }

    private static List<FrameResult> sortedByIdentity(List<FrameResult> results) {
        Map<Identity, FrameResult> byIdentity = new TreeMap<>();
        for (FrameResult result : results) {
            if (StorableTime.isOf(result)) {
                byIdentity.put(new Identity(result.camera(), result.capturedAt()), result);
            }
        }
        return List.copyOf(byIdentity.values());
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
