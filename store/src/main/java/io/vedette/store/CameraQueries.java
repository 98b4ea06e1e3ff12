package io.vedette.store;

import io.vedette.schema.FrameResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads when each camera was last seen and what it saw then, whatever the amount of stored results.
 */
public final class CameraQueries {

    private static final String ACTIVITY =
            """
            select camera, captured_at, sequence, width, height, arrived_at,
                model_name, model_version, model_sha256, model_route
            from camera_activity
            """;

    private final Store store;

    CameraQueries(Store store) {
        this.store = store;
    }

    /** The newest frame of every camera that ever had one, by camera id. */
    public List<CameraActivity> activity() {
        return store.read(
                connection -> {
                    try (var statement =
                            connection.prepareStatement(ACTIVITY + "order by camera")) {
                        return activities(statement);
                    }
                });
    }

    /** The newest frame of one camera. */
    public Optional<CameraActivity> activity(String camera) {
        return store.read(connection -> activity(connection, camera));
    }

    /** The newest result of one camera; empty also when its day was dropped. */
    public Optional<FrameResult> latest(String camera) {
        return store.read(connection -> LatestQuery.of(connection, camera));
    }

    private static Optional<CameraActivity> activity(Connection connection, String camera)
            throws SQLException {
        try (var statement = connection.prepareStatement(ACTIVITY + "where camera = ?")) {
            statement.setString(1, camera);
            return activities(statement).stream().findFirst();
        }
    }

    private static List<CameraActivity> activities(PreparedStatement statement)
            throws SQLException {
        List<CameraActivity> activities = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                activities.add(
                        new CameraActivity(
                                rows.getString("camera"),
                                Rows.instant(rows, "captured_at"),
                                rows.getLong("sequence"),
                                rows.getInt("width"),
                                rows.getInt("height"),
                                Rows.nullableInstant(rows, "arrived_at"),
                                Rows.model(rows)));
            }
        }
        return activities;
    }
}
