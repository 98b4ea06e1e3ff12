package io.vedette.server;

import io.vedette.store.Store;
import io.vedette.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store's schema up to date, on a daemon thread and as often as it takes, so that a
 * server starts also while its store is down.
 */
final class SchemaMigration implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

    private final Store store;
    private final Duration retryDelay;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile boolean done;

    private SchemaMigration(Store store, Duration retryDelay) {
        this.store = store;
        this.retryDelay = retryDelay;
    }

    static SchemaMigration start(Store store, Duration retryDelay) {
        SchemaMigration migration = new SchemaMigration(store, retryDelay);
        Thread thread = new Thread(migration::run, "store-migration");
        thread.setDaemon(true);
        thread.start();
        return migration;
    }

    boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            do {
                done = attempt();
            } while (!done && !closed.await(retryDelay.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("Migration interrupted.");
        }
    }

    private boolean attempt() {
        try {
            store.migrate();
            return true;
        } catch (StoreException e) {
            LOG.warn("{} Migrating again in {} ms.", e.getMessage(), retryDelay.toMillis());
            return false;
        }
    }
}
