package io.vedette.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** What an {@link SQLException} means for the one who asked. */
enum SqlFault {
    /** The connection was lost or refused; the store may come back. */
    UNREACHABLE,
    /** The transaction lost against another one and can simply be run again. */
    CONFLICT,
    /** The day of a row has no partition, because it was dropped after it was last seen. */
    PARTITION_GONE,
    /** Running it again changes nothing. */
    PERMANENT;

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");
    private static final Set<String> SERVER_GOES_OR_COMES =
            Set.of("53300", "57P01", "57P02", "57P03", "57P05");
    private static final String CHECK_VIOLATION = "23514";

    static SqlFault of(SQLException fault) {
        String state = fault.getSQLState();
        if (state == null) {
            return fault instanceof SQLTransientException ? UNREACHABLE : PERMANENT;
        }
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        if (state.equals(CHECK_VIOLATION)) {
            return PARTITION_GONE;
        }
        boolean unreachable = state.startsWith("08") || SERVER_GOES_OR_COMES.contains(state);
        return unreachable ? UNREACHABLE : PERMANENT;
    }
}
