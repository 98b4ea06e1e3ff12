package io.vedette.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows bound to a statement as one array per column, for {@code unnest}: one round trip and one
 * plan, however many rows. Columns are bound in the order of the calls; the driver sends arrays of
 * primitives in their binary form.
 */
final class Columns<T> {

    private final PreparedStatement statement;
    private final List<T> rows;
    private int bound;

    Columns(PreparedStatement statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    Columns<T> text(Function<T, String> column) throws SQLException {
        return bind(rows.stream().map(column).toArray(String[]::new));
    }

    Columns<T> bytes(Function<T, byte[]> column) throws SQLException {
        return bind(rows.stream().map(column).toArray(byte[][]::new));
    }

    Columns<T> integer(ToIntFunction<T> column) throws SQLException {
        return bind(rows.stream().mapToInt(column).toArray());
    }

    Columns<T> bigint(ToLongFunction<T> column) throws SQLException {
        return bind(rows.stream().mapToLong(column).toArray());
    }

    Columns<T> nullableBigint(Function<T, @Nullable Long> column) throws SQLException {
        return bind(rows.stream().map(column).toArray(Long[]::new));
    }

    /** Microseconds since the epoch. */
    Columns<T> instant(Function<T, Instant> column) throws SQLException {
        return bigint(row -> micros(column.apply(row)));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    Columns<T> real(ToDoubleFunction<T> column) throws SQLException {
        float[] values = new float[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) column.applyAsDouble(rows.get(i));
        }
        return bind(values);
    }

    private Columns<T> bind(Object values) throws SQLException {
        statement.setObject(++bound, values);
        return this;
    }
}
