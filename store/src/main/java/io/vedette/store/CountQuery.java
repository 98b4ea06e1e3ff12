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

/** Counts detections by time and groups, newest time first. */
final class CountQuery {

    private final String sql;
    private final Conditions conditions;

    CountQuery(Conditions conditions, Duration bucket, Set<Group> groups, int limit) {
        this.conditions = conditions;
        this.sql =
                """
                select date_bin(interval '%d seconds', captured_at, timestamptz 'epoch') as bucket,
                    %s as camera, %s as label, %s as model, count(*) as found
                from detection %s
                group by 1, 2, 3, 4
                order by bucket desc, camera, label, model
                limit %d
                """
                        .formatted(
                                bucket.toSeconds(),
                                column(Group.CAMERA, groups),
                                column(Group.LABEL, groups),
                                column(Group.MODEL, groups),
                                conditions.where(),
                                limit);
    }

    List<DetectionCount> run(Connection connection) throws SQLException {
        List<DetectionCount> counts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            conditions.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.add(count(rows));
                }
            }
        }
        return counts;
    }

    @SuppressWarnings("NullAway") // a group that was not asked for is null
    private static DetectionCount count(ResultSet row) throws SQLException {
        return new DetectionCount(
                Rows.instant(row, "bucket"),
                row.getString("camera"),
                row.getString("label"),
                row.getString("model"),
                row.getLong("found"));
    }

    private static String column(Group group, Set<Group> groups) {
        return groups.contains(group) ? group.column() : "null::text";
    }
}
