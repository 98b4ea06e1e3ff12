package io.vedette.store;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values that several tables hold are read from a row. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Detection detection(ResultSet row) throws SQLException {
        Box box =
                new Box(
                        row.getFloat("box_x"),
                        row.getFloat("box_y"),
                        row.getFloat("box_width"),
                        row.getFloat("box_height"));
        return new Detection(
                row.getString("label"),
                row.getInt("class_id"),
                row.getFloat("confidence"),
                box,
                row.getObject("track", Long.class));
    }

    static ModelRef model(ResultSet row) throws SQLException {
        return new ModelRef(
                row.getString("model_name"),
                row.getString("model_version"),
                row.getString("model_sha256"),
                Route.valueOf(row.getString("model_route").toUpperCase(Locale.ROOT)));
    }
}
