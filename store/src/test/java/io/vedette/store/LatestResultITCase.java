package io.vedette.store;

import static io.vedette.store.Results.NANO;
import static io.vedette.store.Results.NOON;
import static io.vedette.store.Results.result;
import static io.vedette.store.Results.seen;
import static io.vedette.store.Results.tracked;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestResultITCase {

    private final TestDatabase database = TestDatabase.create();
    private Store store;

    @BeforeEach
    void open() {
        store = database.migrated();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isTheNewestFrameWithItsDetectionsInOrder() {
        FrameResult newest =
                result("gate-1", NOON.plusSeconds(1), tracked("person", 17), seen("dog"));
        store.resultWriter()
                .write(
                        List.of(
                                newest,
                                result("gate-1", NOON, seen("cat")),
                                result("gate-2", NOON.plusSeconds(2), seen("cat"))));

        FrameResult latest = store.cameras().latest("gate-1").orElseThrow();

        assertThat(new String(Json.write(latest))).isEqualTo(new String(Json.write(newest)));
    }

    @Test
    void isThereAlsoWhenNothingWasSeen() {
        store.resultWriter()
                .write(
                        List.of(
                                result("gate-1", NOON, seen("cat")),
                                result("gate-1", NOON.plusSeconds(1), 8, NANO)));

        FrameResult latest = store.cameras().latest("gate-1").orElseThrow();

        assertThat(latest.sequence()).isEqualTo(8);
        assertThat(latest.detections()).isEmpty();
    }

    @Test
    void isMissingBeforeTheFirstFrameAndAfterItsDayWasDropped() throws Exception {
        store.resultWriter().write(List.of(result("gate-1", NOON, seen("cat"))));
        database.execute("drop table frame_result_20261123", "drop table detection_20261123");

        assertThat(store.cameras().latest("gate-1")).isEmpty();
        assertThat(store.cameras().latest("gate-2")).isEmpty();
    }
}
