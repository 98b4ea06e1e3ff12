package io.vedette.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The partitions, one per UTC day and table, made when the first row of a day comes.
 *
 * <p>Any number of writers may ask for the same day at once: an advisory lock lets one of them make
 * it. A partition is made apart and then attached, which blocks neither readers nor writers of
 * other days. Not safe for use by several threads.
 */
final class DayPartitions {

    private static final List<String> TABLES = List.of("frame_result", "detection");

    /** Any constant that no other user of the database takes: "vedette" in ASCII. */
    private static final long ADVISORY_LOCK = 0x76656465747465L;

    private final Set<LocalDate> known = new HashSet<>();

    /** Makes the missing ones in a transaction of its own. */
    void ensure(Connection connection, Collection<LocalDate> days) throws SQLException {
        List<LocalDate> unknown =
                days.stream().filter(day -> !known.contains(day)).distinct().sorted().toList();
        if (unknown.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(%d)".formatted(ADVISORY_LOCK));
            for (LocalDate day : unknown) {
                for (String table : TABLES) {
                    create(statement, table, day);
                }
            }
        }
        connection.commit();
        known.addAll(unknown);
    }

    /** Asks the database again for every day. */
    void forget() {
        known.clear();
    }

    static String name(String table, LocalDate day) {
        return table + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static void create(Statement statement, String table, LocalDate day)
            throws SQLException {
        String partition = name(table, day);
        if (exists(statement, partition)) {
            return;
        }
        statement.execute("create table %s (like %s)".formatted(partition, table));
        statement.execute(
                "alter table %s attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                        .formatted(table, partition, day, day.plusDays(1)));
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        try (var row = statement.executeQuery("select to_regclass('%s')".formatted(table))) {
            return row.next() && row.getString(1) != null;
        }
    }
}
