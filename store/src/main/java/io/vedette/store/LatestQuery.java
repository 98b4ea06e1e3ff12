package io.vedette.store;

import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the newest result of a camera, by primary keys only. Frame and detections come from one
 * statement, so they belong together also while the result is being replaced. Landmarks are not
 * among what the tables hold.
 */
final class LatestQuery {

    private static final String LATEST =
            """
            select f.camera, f.captured_at, f.sequence, f.width, f.height, f.arrived_at,
                f.model_name, f.model_version, f.model_sha256, f.model_route,
                f.queue_ms, f.inference_ms, f.total_ms,
                d.ordinal, d.label, d.class_id, d.confidence,
                d.box_x, d.box_y, d.box_width, d.box_height, d.track
            from camera_activity a
            join frame_result f using (camera, captured_at)
            left join detection d using (camera, captured_at)
            where a.camera = ?
            order by d.ordinal
            """;

    private LatestQuery() {}

    static Optional<FrameResult> of(Connection connection, String camera) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setString(1, camera);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(result(rows)) : Optional.empty();
            }
        }
    }

    private static FrameResult result(ResultSet rows) throws SQLException {
        String camera = rows.getString("camera");
        long sequence = rows.getLong("sequence");
        Instant capturedAt = Rows.instant(rows, "captured_at");
        int width = rows.getInt("width");
        int height = rows.getInt("height");
        Instant arrivedAt = Rows.instant(rows, "arrived_at");
        var model = Rows.model(rows);
        LatencyMs latency =
                new LatencyMs(
                        rows.getDouble("queue_ms"),
                        rows.getDouble("inference_ms"),
                        rows.getDouble("total_ms"));
        return new FrameResult(
                camera,
                sequence,
                capturedAt,
                width,
                height,
                arrivedAt,
                model,
                latency,
                detections(rows));
    }

    /** All rows from the present one on; a frame in which nothing was seen has one without any. */
    private static List<Detection> detections(ResultSet rows) throws SQLException {
        List<Detection> detections = new ArrayList<>();
        do {
            if (rows.getString("label") != null) {
                detections.add(Rows.detection(rows));
            }
        } while (rows.next());
        return detections;
    }
}
