package io.vedette.store;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the newest picture of a camera and what was seen in it. */
public final class PictureQueries {

    private static final String PICTURE =
            """
            select captured_at, case when captured_at = ? then null else jpeg end as jpeg
            from camera_picture where camera = ?
            """;

    private static final String RESULT = "select result from camera_picture where camera = ?";

    private final Store store;

    PictureQueries(Store store) {
        this.store = store;
    }

    /**
     * The newest picture of a camera; empty before its first.
     *
     * @param had the capture time of the picture that the caller has, which is then not read again
     */
    public Optional<StoredPicture> newest(String camera, @Nullable Instant had) {
        return store.read(connection -> newest(connection, camera, had));
    }

    /** What was seen in that picture. */
    public Optional<FrameResult> result(String camera) {
        return store.read(connection -> result(connection, camera));
    }

    @SuppressWarnings("NullAway") // it does not see that the array of a compact record may be null
    private static Optional<StoredPicture> newest(
            Connection connection, String camera, @Nullable Instant had) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PICTURE)) {
            statement.setObject(
                    1, had == null ? null : OffsetDateTime.ofInstant(had, ZoneOffset.UTC));
            statement.setString(2, camera);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new StoredPicture(
                                        Rows.instant(row, "captured_at"), row.getBytes("jpeg")))
                        : Optional.empty();
            }
        }
    }

    private static Optional<FrameResult> result(Connection connection, String camera)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESULT)) {
            statement.setString(1, camera);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(Json.read(row.getBytes("result"), FrameResult.class))
                        : Optional.empty();
            }
        }
    }
}
