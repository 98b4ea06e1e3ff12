package io.vedette.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.Json;
import io.vedette.schema.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the newest picture of each camera with the result of that very frame. An older picture
 * never replaces a newer one, and one with the same identity replaces itself, so any number of
 * writers may write in any order.
 *
 * <p>A call is one transaction. A writer belongs to one thread; it blocks that thread while the
 * store is away, within the bounds of its backoff.
 */
public final class PictureWriter {

    private static final String UPSERT =
            """
            insert into camera_picture as known (camera, captured_at, jpeg, result)
            select camera, timestamptz 'epoch' + captured * interval '1 microsecond', jpeg,
                result::json
            from unnest(?, ?, ?, ?) as p (camera, captured, jpeg, result)
            on conflict (camera) do update set
                captured_at = excluded.captured_at,
                jpeg = excluded.jpeg,
                result = excluded.result
            where excluded.captured_at >= known.captured_at
            """;

    private final RetriedTransaction transaction;

    PictureWriter(Store store, Backoff backoff) {
        transaction = new RetriedTransaction(store, backoff);
    }

    /**
     * Stores the newest picture of each camera, of several with the same identity the last one.
     *
     * @throws StoreException if the store stayed away too long or refuses the pictures
     */
    public void write(List<Snapshot> snapshots) {
        List<Snapshot> newest = newestOfEachCamera(snapshots);
        if (!newest.isEmpty()) {
            transaction.run(connection -> upsert(connection, newest), () -> {});
        }
    }

    /** By camera, so that two writers never wait for each other in a circle. */
    private static List<Snapshot> newestOfEachCamera(List<Snapshot> snapshots) {
        Map<String, Snapshot> newest = new TreeMap<>();
        for (Snapshot snapshot : snapshots) {
            if (StorableTime.isOf(snapshot.result())) {
                newest.merge(snapshot.result().camera(), snapshot, PictureWriter::newer);
            }
        }
        return List.copyOf(newest.values());
    }

    private static Snapshot newer(Snapshot known, Snapshot next) {
        return next.result().capturedAt().isBefore(known.result().capturedAt()) ? known : next;
    }

    private static void upsert(Connection connection, List<Snapshot> snapshots)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(statement, snapshots)
                    .text(snapshot -> snapshot.result().camera())
                    .instant(snapshot -> snapshot.result().capturedAt())
                    .bytes(Snapshot::jpeg)
                    .text(snapshot -> new String(Json.write(snapshot.result()), UTF_8));
            statement.executeUpdate();
        }
    }
}
