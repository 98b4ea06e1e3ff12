package io.vedette.store;

import static io.vedette.store.Results.NOON;
import static io.vedette.store.Results.result;
import static io.vedette.store.Results.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultWriterFaultsITCase {

    private static final Backoff QUICK = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final TestDatabase database = TestDatabase.create();
    private Store store;

    @BeforeEach
    void open() throws Exception {
        store = database.migrated();
        database.execute("create sequence faults");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void writesAgainAfterTheConnectionIsLostInTheMiddle() throws Exception {
        insertsOfDetectionsFail(1, "perform pg_terminate_backend(pg_backend_pid());");

        store.resultWriter(QUICK).write(List.of(result("gate-1", NOON, seen("person"))));

        assertThat(database.query("select label from detection")).containsExactly("person");
    }

    @Test
    void writesAgainAfterAConflictWithAnotherTransaction() throws Exception {
        insertsOfDetectionsFail(2, "raise exception 'lost' using errcode = '40001';");

        store.resultWriter(QUICK).write(List.of(result("gate-1", NOON, seen("person"))));

        assertThat(database.query("select label from detection")).containsExactly("person");
    }

    @Test
    void givesUpAfterTheLastAttemptAndStoresNothing() throws Exception {
        insertsOfDetectionsFail(3, "raise exception 'lost' using errcode = '40001';");
        ResultWriter writer = store.resultWriter(QUICK);

        assertThatThrownBy(() -> writer.write(List.of(result("gate-1", NOON, seen("person")))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("lost");

        assertThat(database.query("select last_value from faults")).containsExactly("3");
        assertThat(database.query("select camera from frame_result")).isEmpty();
    }

    @Test
    void givesUpAtOnceWhenAnotherAttemptCannotHelp() throws Exception {
        insertsOfDetectionsFail(9, "raise exception 'disk full' using errcode = '53100';");
        ResultWriter writer = store.resultWriter(QUICK);

        assertThatThrownBy(() -> writer.write(List.of(result("gate-1", NOON, seen("person")))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("disk full");

        assertThat(database.query("select last_value from faults")).containsExactly("1");
    }

    @Test
    void closingTheStoreEndsAWaitingWriter() throws Exception {
        insertsOfDetectionsFail(9, "raise exception 'lost' using errcode = '40001';");
        Backoff patient = new Backoff(9, Duration.ofHours(1), Duration.ofHours(1));
        ResultWriter writer = store.resultWriter(patient);
        CompletableFuture<Void> writing =
                CompletableFuture.runAsync(
                        () -> writer.write(List.of(result("gate-1", NOON, seen("person")))));

        store.close();

        assertThatThrownBy(writing::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreException.class);
    }

    /**
     * Lets the first inserts of detections fail; the sequence counts, as it is never rolled back.
     */
    private void insertsOfDetectionsFail(int times, String fault) throws Exception {
        database.execute(
                """
                create function fail() returns trigger language plpgsql as $$
                begin
                    if nextval('faults') <= %d then %s end if;
                    return new;
                end $$
                """
                        .formatted(times, fault),
                "create trigger fail before insert on detection for each row execute function fail()");
    }
}
