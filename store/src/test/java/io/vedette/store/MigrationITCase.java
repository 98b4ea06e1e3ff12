package io.vedette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.MissingSecretException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationITCase {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void migratesOnceHoweverOftenItIsAsked() throws Exception {
        try (Store store = Store.open(database.settings())) {
            store.migrate();
            store.migrate();
        }

        assertThat(database.query("select version from flyway_schema_history"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void migratesOnceWhenSeveralProcessesStartTogether() throws Exception {
        CompletableFuture.allOf(
                        IntStream.range(0, 8)
                                .mapToObj(i -> CompletableFuture.runAsync(this::openAndMigrate))
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(database.query("select version from flyway_schema_history"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void saysWhichDatabaseCannotBeReachedButNotThePassword() throws IOException {
        int port = closedPort();
        String url = "jdbc:postgresql://127.0.0.1:%d/vedette".formatted(port);
        try (Store store = Store.open(new StoreSettings(url, "app", "s3cret", 1))) {
            assertThatThrownBy(store::migrate)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Store %s: Connection to 127.0.0.1".formatted(url))
                    .hasMessageNotContaining("s3cret")
                    .matches(e -> ((StoreException) e).isUnavailable());
        }
    }

    @Test
    void saysWhichReferenceToThePasswordLeadsToNothing() {
        StoreSettings settings =
                new StoreSettings("jdbc:postgresql://h/d", "app", "${file:/none/here}", 1);

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(MissingSecretException.class)
                .hasMessageStartingWith("Secret ${file:/none/here} must lead to a file");
    }

    private void openAndMigrate() {
        try (Store store = Store.open(database.settings(1))) {
            store.migrate();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
