package io.vedette.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a piece of writing as one transaction, again and again while the store is away or another
 * transaction is in the way: when it returns all is written, when it throws nothing is. It blocks
 * the calling thread, within the bounds of its backoff.
 */
final class RetriedTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(RetriedTransaction.class);

    /** Statements that may run more than once, each time from the beginning. */
    @FunctionalInterface
    interface Statements {
        void on(Connection connection) throws SQLException;
    }

    private final Store store;
    private final Backoff backoff;

    RetriedTransaction(Store store, Backoff backoff) {
        this.store = store;
        this.backoff = backoff;
    }

    /**
     * @param beforeAnother what is done before each further attempt
     * @throws StoreException if the store stayed away too long or refuses what is written
     */
    void run(Statements statements, Runnable beforeAnother) {
        for (int attempt = 1; ; attempt++) {
            try {
                once(statements);
                return;
            } catch (SQLException e) {
                recover(e, attempt);
                beforeAnother.run();
            }
        }
    }

    private void once(Statements statements) throws SQLException {
        try (Connection connection = store.connect()) {
            connection.setAutoCommit(false);
            statements.on(connection);
            connection.commit();
        }
    }

    private void recover(SQLException e, int attempt) {
        StoreException failure = store.failure(e);
        if (!failure.isUnavailable() || !backoff.allowsAnother(attempt)) {
            throw failure;
        }
        Duration pause = backoff.after(attempt);
        LOG.warn(
                "{} Writing again in {} ms (attempt {} of {}).",
                failure.getMessage(),
                pause.toMillis(),
                attempt + 1,
                backoff.attempts());
        try {
            if (!store.pause(pause)) {
                throw failure;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
