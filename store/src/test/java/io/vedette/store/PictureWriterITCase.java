package io.vedette.store;

import static io.vedette.store.Results.NOON;
import static io.vedette.store.Results.result;
import static io.vedette.store.Results.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Landmark;
import io.vedette.schema.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureWriterITCase {

    private static final Backoff QUICK = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final TestDatabase database = TestDatabase.create();
    private Store store;
    private PictureWriter writer;
    private PictureQueries pictures;

    @BeforeEach
    void open() {
        store = database.migrated();
        writer = store.pictureWriter();
        pictures = store.pictures();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsThePictureAndTheWholeResultOfItsFrame() {
        Detection face =
                new Detection(
                        "face", 0, 0.9f, new Box(1, 2, 3, 4), 5L, List.of(new Landmark(2, 3)));
        FrameResult result = result("gate-1", NOON, face, seen("Zürich \"x\""));

        writer.write(List.of(new Snapshot(result, jpeg(1))));

        assertThat(picture("gate-1", null).jpeg()).isEqualTo(jpeg(1));
        assertThat(picture("gate-1", null).capturedAt()).isEqualTo(NOON);
        assertThat(pictures.result("gate-1")).contains(result);
    }

    @Test
    void knowsNothingOfACameraWithoutAPicture() {
        writer.write(List.of());

        assertThat(pictures.newest("gate-1", null)).isEmpty();
        assertThat(pictures.result("gate-1")).isEmpty();
    }

    @Test
    void aNewerPictureReplacesAnOlderOneAndNeverTheOtherWayRound() {
        writer.write(List.of(snapshot("gate-1", NOON, 1)));
        writer.write(List.of(snapshot("gate-1", NOON.plusNanos(1000), 2)));
        writer.write(List.of(snapshot("gate-1", NOON.minusSeconds(1), 3)));

        assertThat(picture("gate-1", null).jpeg()).isEqualTo(jpeg(2));
        assertThat(pictures.result("gate-1").orElseThrow().capturedAt())
                .isEqualTo(NOON.plusNanos(1000));
    }

    @Test
    void aReplayReplacesItselfWithItsNewResult() {
        writer.write(List.of(new Snapshot(result("gate-1", NOON, seen("person")), jpeg(1))));

        writer.write(List.of(new Snapshot(result("gate-1", NOON, seen("dog")), jpeg(1))));

        assertThat(pictures.result("gate-1").orElseThrow().detections())
                .extracting(Detection::label)
                .containsExactly("dog");
    }

    @Test
    void ofABatchTheNewestOfEachCameraIsKept() throws Exception {
        writer.write(
                List.of(
                        snapshot("gate-2", NOON, 1),
                        snapshot("gate-1", NOON.plusSeconds(1), 2),
                        snapshot("gate-1", NOON, 3)));

        assertThat(picture("gate-1", null).jpeg()).isEqualTo(jpeg(2));
        assertThat(picture("gate-2", null).jpeg()).isEqualTo(jpeg(1));
        assertThat(database.query("select camera from camera_picture")).hasSize(2);
    }

    @Test
    void thePictureThatTheCallerHasIsNotReadAgain() {
        writer.write(List.of(snapshot("gate-1", NOON, 1)));

        assertThat(picture("gate-1", NOON).jpeg()).isNull();
        assertThat(picture("gate-1", NOON).capturedAt()).isEqualTo(NOON);
        assertThat(picture("gate-1", NOON.minusNanos(1000)).jpeg()).isEqualTo(jpeg(1));
    }

    @Test
    void aTimeThatNoClockShowsIsLeftOut() {
        writer.write(
                List.of(
                        snapshot("gate-1", Instant.parse("2222-01-01T00:00:00Z"), 1),
                        snapshot("gate-2", NOON, 2)));

        assertThat(pictures.newest("gate-1", null)).isEmpty();
        assertThat(pictures.newest("gate-2", null)).isPresent();
    }

    @Test
    void writersOfTheSameCamerasNeitherDeadlockNorKeepAnOlderPicture() {
        // No second attempt: a deadlock would surface.
        Backoff once = new Backoff(1, QUICK.first(), QUICK.longest());

        CompletableFuture.allOf(
                        IntStream.range(0, 4)
                                .mapToObj(
                                        seed ->
                                                CompletableFuture.runAsync(
                                                        () -> writeTurned(seed, once)))
                                .toArray(CompletableFuture[]::new))
                .join();

        for (int camera = 0; camera < 7; camera++) {
            assertThat(picture("cam-" + camera, null).capturedAt()).isEqualTo(NOON.plusMillis(39));
        }
    }

    private void writeTurned(int seed, Backoff backoff) {
        PictureWriter turned = new PictureWriter(store, backoff);
        for (int round = 0; round < 40; round++) {
            Instant capturedAt = NOON.plusMillis((round + seed * 10) % 40);
            turned.write(
                    IntStream.range(0, 7)
                            .mapToObj(i -> snapshot("cam-" + (i + seed) % 7, capturedAt, seed))
                            .toList());
        }
    }

    @Test
    void writesAgainAfterTheConnectionIsLostInTheMiddle() throws Exception {
        insertsFail(1, "perform pg_terminate_backend(pg_backend_pid());");

        new PictureWriter(store, QUICK).write(List.of(snapshot("gate-1", NOON, 1)));

        assertThat(picture("gate-1", null).jpeg()).isEqualTo(jpeg(1));
    }

    @Test
    void givesUpAfterTheLastAttempt() throws Exception {
        insertsFail(3, "raise exception 'lost' using errcode = '40001';");
        PictureWriter impatient = new PictureWriter(store, QUICK);

        assertThatThrownBy(() -> impatient.write(List.of(snapshot("gate-1", NOON, 1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("lost");
    }

    /** Lets the first inserts fail; the sequence counts, as it is never rolled back. */
    private void insertsFail(int times, String fault) throws Exception {
        database.execute(
                "create sequence faults",
                """
                create function fail() returns trigger language plpgsql as $$
                begin
                    if nextval('faults') <= %d then %s end if;
                    return new;
                end $$
                """
                        .formatted(times, fault),
                "create trigger fail before insert on camera_picture for each row execute function fail()");
    }

    private StoredPicture picture(String camera, Instant had) {
        Optional<StoredPicture> picture = pictures.newest(camera, had);
        return picture.orElseThrow();
    }

    private static Snapshot snapshot(String camera, Instant capturedAt, int content) {
        return new Snapshot(result(camera, capturedAt), jpeg(content));
    }

    private static byte[] jpeg(int content) {
        return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) content};
    }
}
