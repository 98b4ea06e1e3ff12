package io.vedette.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that is done with a connection and may fail as SQL fails. */
@FunctionalInterface
interface SqlWork<T> {

    T on(Connection connection) throws SQLException;
}
