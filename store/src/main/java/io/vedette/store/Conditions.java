package io.vedette.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code where} clause of a query over detections, with the values it binds. */
final class Conditions {

    private final List<String> terms = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition on a value; none where the value is null. */
    Conditions and(String term, @Nullable Object value) {
        if (value != null) {
            terms.add(term);
            values.add(bindable(value));
        }
        return this;
    }

    /** Older than the cursor. The first term says nothing new, but lets newer days be skipped. */
    Conditions and(Cursor cursor) {
        Object capturedAt = bindable(cursor.capturedAt());
        terms.add("captured_at <= ?");
        terms.add("(captured_at, camera, ordinal) < (?, ?, ?)");
        values.addAll(List.of(capturedAt, capturedAt, cursor.camera(), cursor.ordinal()));
        return this;
    }

    String where() {
        return terms.isEmpty() ? "" : "where " + String.join(" and ", terms);
    }

    /** Binds the values from the first parameter on and returns how many there were. */
    int bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return values.size();
    }

    private static Object bindable(Object value) {
        return value instanceof Instant instant
                ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                : value;
    }
}
