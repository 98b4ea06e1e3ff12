package io.vedette.store;

import io.vedette.store.DetectionCount.Group;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads detections, newest first. A walk from page to page meets every detection that was there
 * when it began and was not replaced meanwhile, exactly once; what arrives later does not shift it.
 */
public final class DetectionQueries {

    private final Store store;

    DetectionQueries(Store store) {
        this.store = store;
    }

    /**
     * One page.
     *
     * @param after where the page begins; null for the newest
     * @param limit how many detections at most, at least 1
     * @throws StoreException if the store cannot be read
     */
    public DetectionPage find(DetectionFilter filter, @Nullable Cursor after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "Limit must be positive but was %d.".formatted(limit));
        }
        Conditions conditions = conditions(filter, after);
        return store.read(connection -> page(connection, conditions, limit));
    }

    /**
     * Counts detections, the newest span first, then by group.
     *
     * @param bucket how long a span is, in whole seconds from 1; spans are counted from the epoch
     * @param groups what is counted apart
     * @param limit how many counts at most
     * @throws StoreException if the store cannot be read
     */
    public List<DetectionCount> count(
            DetectionFilter filter, Duration bucket, Set<Group> groups, int limit) {
        if (bucket.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "Bucket must be at least a second but was %s.".formatted(bucket));
        }
        CountQuery query = new CountQuery(conditions(filter), bucket, groups, limit);
        return store.read(query::run);
    }

    private static Conditions conditions(DetectionFilter filter, @Nullable Cursor after) {
        Conditions conditions = conditions(filter);
        return after == null ? conditions : conditions.and(after);
    }

    private static Conditions conditions(DetectionFilter filter) {
        return new Conditions()
                .and("camera = ?", filter.camera())
                .and("label = ?", filter.label())
                .and("confidence >= ?", filter.minConfidence())
                .and("captured_at >= ?", filter.from())
                .and("captured_at < ?", filter.to())
                .and("model_name = ?", filter.model());
    }

    private static DetectionPage page(Connection connection, Conditions conditions, int limit)
            throws SQLException {
        String sql =
                """
                with page as (
                    select * from detection %s
                    order by captured_at desc, camera desc, ordinal desc
                    limit ?)
                select page.*, f.sequence, f.model_version, f.model_sha256, f.model_route
                from page join frame_result f using (camera, captured_at)
                order by captured_at desc, camera desc, ordinal desc
                """
                        .formatted(conditions.where());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int bound = conditions.bind(statement);
            statement.setInt(bound + 1, limit + 1);
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows, limit);
            }
        }
    }

    private static DetectionPage page(ResultSet rows, int limit) throws SQLException {
        List<StoredDetection> items = new ArrayList<>();
        Cursor last = null;
        while (rows.next()) {
            if (items.size() == limit) {
                return new DetectionPage(items, last);
            }
            StoredDetection item = detection(rows);
            items.add(item);
            last = new Cursor(item.capturedAt(), item.camera(), rows.getInt("ordinal"));
        }
        return new DetectionPage(items, null);
    }

    private static StoredDetection detection(ResultSet row) throws SQLException {
        return new StoredDetection(
                row.getString("camera"),
                row.getLong("sequence"),
                Rows.instant(row, "captured_at"),
                Rows.detection(row),
                Rows.model(row));
    }
}
