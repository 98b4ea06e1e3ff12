package io.vedette.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * A Postgres server on the loopback interface, at a port of its own choice.
 *
 * <p>Data is kept between runs and written durably: what was committed survives a crash. The server
 * does not outlive this process, even when that is killed: a watcher whose standard input is held
 * here tells it to shut down. Programs of this computer may connect without a password.
 */
final class PostgresServer implements AutoCloseable {

    static final String USER = "postgres";
    private static final String DATABASE = "vedette";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final Path directory;
    private final Process watcher;

    private PostgresServer(EmbeddedPostgres postgres, Path directory, Process watcher) {
        this.postgres = postgres;
        this.directory = directory;
        this.watcher = watcher;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param directory keeps the programs and the data
     * @param logs receives {@code postgres.log}
     */
    static PostgresServer start(Path directory, Path logs) {
        Path absolute = directory.toAbsolutePath();
        Path log = logs.toAbsolutePath().resolve("postgres.log");
        try {
            Files.createDirectories(absolute);
            Files.createDirectories(logs);
            leftover(absolute).end();
            discardHalfMade(absolute);
            return launch(absolute, log);
        } catch (IOException | RuntimeException e) {
            Uninterrupted.run(leftover(absolute)::end);
            throw new UserError(
                    "Postgres did not start (%s). The end of %s:%n%s"
                            .formatted(e.getMessage(), log, LogTail.of(log)),
                    e);
        }
    }

    /** The server that an earlier run may have left behind. */
    static Leftover leftover(Path directory) {
        return new Leftover("Postgres", pidFile(directory), data(directory));
    }

    private static PostgresServer launch(Path directory, Path log) throws IOException {
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data(directory))
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                        .setRegisterShutdownHook(false)
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setPGStartupWait(START_LIMIT)
                        .setOutputRedirector(output)
                        .setErrorRedirector(output)
                        .start();
        PostgresServer server = new PostgresServer(postgres, directory, watch(directory, log));
        server.createDatabase();
        return server;
    }

    /** A server that never answered has nothing to keep, and cannot be started again. */
    private static void discardHalfMade(Path directory) throws IOException {
        if (!Files.exists(complete(directory))) {
            FileUtils.deleteDirectory(data(directory).toFile());
        }
    }

    /** SIGINT is Postgres' fast shutdown: sessions are ended, nothing committed is lost. */
    private static Process watch(Path directory, Path log) throws IOException {
        String pid = Files.readAllLines(pidFile(directory)).get(0);
        return ChildProcess.start("read -r _; kill -INT \"$1\"", List.of(pid), log);
    }

    private void createDatabase() throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
            Files.writeString(complete(directory), "");
        } catch (SQLException e) {
            close();
            throw new IOException("Database '%s' was not created".formatted(DATABASE), e);
        }
    }

    /** Where the database is. {@link #USER} may log in without a password. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), DATABASE);
    }

    int port() {
        return postgres.getPort();
    }

    @Override
    public void close() {
        Uninterrupted.run(this::stop);
    }

    private void stop() {
        try {
            postgres.close();
            leftover(directory).end();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop Postgres in " + directory, e);
        } finally {
            watcher.destroyForcibly();
        }
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    private static Path pidFile(Path directory) {
        return data(directory).resolve("postmaster.pid");
    }

    private static Path complete(Path directory) {
        return directory.resolve("complete");
    }
}
