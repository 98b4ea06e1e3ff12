package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSystem.class)
class PostgresServerITCase {

    @TempDir Path folder;

    @Test
    void writesDurably(PostgresServer server) throws SQLException {
        assertThat(query(server, "show fsync")).isEqualTo("on");
        assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsItsDataOverARestartAndLeavesNothingBehind() throws Exception {
        PostgresServer first = start();
        execute(first, "create table kept as select 42 as answer");
        long pid = pid();

        first.close();

        await().until(() -> ProcessHandle.of(pid).isEmpty());

        try (PostgresServer server = start()) {
            assertThat(query(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void theLockFileOfAServerThatWasKilledIsNoObstacle() throws Exception {
        start().close();
        String foreign = Long.toString(ProcessHandle.current().pid());
        Files.writeString(pidFile(), foreign + "\n" + pidFile().getParent() + "\n");

        try (PostgresServer server = start()) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anInitialisationThatWasCutShortIsBegunAgain() throws Exception {
        Files.createDirectories(pidFile().getParent());
        Files.writeString(pidFile().resolveSibling("postgresql.conf"), "");

        try (PostgresServer server = start()) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(folder.resolve("postgres"), folder.resolve("logs"));
    }

    private Path pidFile() {
        return folder.resolve("postgres/data/postmaster.pid");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, "");
    }
}
