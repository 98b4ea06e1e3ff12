package io.vedette.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vedette.schema.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A pool of connections to one Postgres database and everything that can be done with it.
 *
 * <p>Opening connects to nothing, so a store may be opened while its database is down. All methods
 * may be called by any thread; a writer belongs to one.
 */
public final class Store implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);

    private final StoreSettings settings;
    private final HikariDataSource pool;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Store(StoreSettings settings) {
        this.settings = settings;
        this.pool = new HikariDataSource(poolConfig(settings));
    }

    public static Store open(StoreSettings settings) {
        return new Store(settings);
    }

    /**
     * Brings the schema to the newest version. Safe to be called by several processes at once.
     *
     * @throws StoreException if the database cannot be reached or does not let itself be migrated
     */
    public void migrate() {
        ping();
        try {
            Flyway.configure(Store.class.getClassLoader())
                    .dataSource(driver(settings))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failure("cannot migrate the schema", e);
        }
    }

    /**
     * Returns if the database answers.
     *
     * @throws StoreException if it does not
     */
    public void ping() {
        read(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute("select 1");
                    }
                });
    }

    /** A new writer for the calling thread. */
    public ResultWriter resultWriter() {
        return resultWriter(Backoff.DEFAULT);
    }

    ResultWriter resultWriter(Backoff backoff) {
        return new ResultWriter(this, backoff);
    }

    /** A new writer of pictures for the calling thread. */
    public PictureWriter pictureWriter() {
        return new PictureWriter(this, Backoff.ONCE_MORE);
    }

    public DetectionQueries detections() {
        return new DetectionQueries(this);
    }

    public CameraQueries cameras() {
        return new CameraQueries(this);
    }

    public PictureQueries pictures() {
        return new PictureQueries(this);
    }

    /** How the pool is used at this moment. */
    public PoolUsage poolUsage() {
        var bean = pool.getHikariPoolMXBean();
        return new PoolUsage(
                bean.getActiveConnections(),
                bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection(),
                settings.poolSize());
    }

    /** Closes all connections; a writer that waits to try again gives up at once. */
    @Override
    public void close() {
        closed.countDown();
        pool.close();
    }

    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    <T> T read(SqlWork<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Waits; returns false if the store was closed meanwhile. */
    boolean pause(Duration duration) throws InterruptedException {
        return !closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    StoreException failure(SQLException e) {
        boolean unavailable = SqlFault.of(e) != SqlFault.PERMANENT;
        return new StoreException(
                "Store %s: %s".formatted(settings.location(), reason(e)), unavailable, e);
    }

    StoreException failure(String what, Exception e) {
        return new StoreException(
                "Store %s: %s: %s".formatted(settings.location(), what, e.getMessage()), false, e);
    }

    private static String reason(SQLException e) {
        Throwable innermost = e;
        while (innermost.getCause() instanceof SQLException cause) {
            innermost = cause;
        }
        return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
    }

    private static HikariConfig poolConfig(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("vedette-store");
        config.setDataSource(driver(settings));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static PGSimpleDataSource driver(StoreSettings settings) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setApplicationName("vedette");
        driver.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        driver.setSocketTimeout((int) SOCKET_TIMEOUT.toSeconds());
        driver.setTcpKeepAlive(true);
        driver.setURL(settings.url());
        driver.setUser(settings.user());
        driver.setPassword(Secret.resolve(settings.password()));
        return driver;
    }
}
