package io.vedette.store;

import static io.vedette.store.Results.NANO;
import static io.vedette.store.Results.NOON;
import static io.vedette.store.Results.result;
import static io.vedette.store.Results.seen;
import static io.vedette.store.Results.tracked;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.FrameResult;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultWriterITCase {

    private final TestDatabase database = TestDatabase.create();
    private Store store;
    private ResultWriter writer;

    @BeforeEach
    void open() {
        store = database.migrated();
        writer = store.resultWriter();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEveryFieldOfAResult() throws Exception {
        writer.write(List.of(result("gate-1", NOON, tracked("person", 17), seen("dog"))));

        assertThat(database.query("select to_jsonb(f) from frame_result f"))
                .singleElement()
                .asString()
                .contains("\"sequence\": 7", "\"width\": 768", "\"height\": 432")
                .contains("\"captured_at\": \"2026-11-23T12:00:00.123456+00:00\"")
                .contains("\"arrived_at\": \"2026-11-23T12:00:00.131456+00:00\"")
                .contains("\"model_name\": \"yolox-nano\"", "\"model_version\": \"1\"")
                .contains("\"model_sha256\": \"695e750a\"", "\"model_route\": \"live\"")
                .contains("\"queue_ms\": 3.1", "\"inference_ms\": 11.8", "\"total_ms\": 21.4");
        assertThat(labels()).containsExactly("0 person 17", "1 dog -");
    }

    @Test
    void keepsAFrameInWhichNothingWasSeen() throws Exception {
        writer.write(List.of(result("gate-1", NOON)));

        assertThat(database.query("select camera from frame_result")).containsExactly("gate-1");
        assertThat(labels()).isEmpty();
    }

    @Test
    void doesNothingForNoResults() throws Exception {
        writer.write(List.of());

        assertThat(database.query("select camera from frame_result")).isEmpty();
    }

    @Test
    void replaysOverwriteInsteadOfDoubling() throws Exception {
        ModelRef other = new ModelRef("yolox-nano", "2", "00000000", Route.CANARY);
        writer.write(List.of(result("gate-1", NOON, seen("person"))));

        writer.write(List.of(result("gate-1", NOON, 8, other, seen("dog"))));

        assertThat(labels()).containsExactly("0 dog -");
        assertThat(
                        database.query(
                                "select concat_ws(' ', sequence, model_version, model_route) from frame_result"))
                .containsExactly("8 2 canary");
    }

    @Test
    void extraDetectionsVanishWhenAReplayHasFewer() throws Exception {
        writer.write(List.of(result("gate-1", NOON, seen("person"), seen("dog"), seen("cat"))));

        writer.write(List.of(result("gate-1", NOON, seen("person"))));

        assertThat(labels()).containsExactly("0 person -");
    }

    @Test
    void theLastOfTwoEqualIdentitiesInABatchWins() throws Exception {
        writer.write(
                List.of(
                        result("gate-1", NOON, seen("person"), seen("dog")),
                        result("gate-1", NOON, seen("cat"))));

        assertThat(labels()).containsExactly("0 cat -");
    }

    @Test
    void microsecondsTellFramesApart() throws Exception {
        writer.write(List.of(result("gate-1", NOON), result("gate-1", NOON.plusNanos(1000))));

        assertThat(database.query("select captured_at from frame_result")).hasSize(2);
    }

    @Test
    void writersOfTheSameIdentitiesNeitherDeadlockNorLoseAny() throws Exception {
        List<FrameResult> results =
                IntStream.range(0, 400)
                        .mapToObj(i -> result("cam-" + i % 7, NOON.plusMillis(i), seen("person")))
                        .toList();
        // No second attempt: a deadlock would surface.
        Backoff once = new Backoff(1, Backoff.DEFAULT.first(), Backoff.DEFAULT.longest());

        CompletableFuture.allOf(
                        IntStream.range(0, 4)
                                .mapToObj(
                                        seed ->
                                                CompletableFuture.runAsync(
                                                        () -> writeShuffled(results, seed, once)))
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(database.query("select 1 from frame_result")).hasSize(400);
        assertThat(database.query("select 1 from detection")).hasSize(400);
    }

    private void writeShuffled(List<FrameResult> results, int seed, Backoff backoff) {
        ResultWriter writer = store.resultWriter(backoff);
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            List<FrameResult> shuffled = new ArrayList<>(results);
            Collections.shuffle(shuffled, random);
            writer.write(shuffled);
        }
    }

    @Test
    void midnightInUtcDividesThePartitions() throws Exception {
        writer.write(
                List.of(
                        result("gate-1", Instant.parse("2026-11-23T23:59:59.999999Z"), seen("a")),
                        result("gate-1", Instant.parse("2026-11-24T00:00:00Z"), seen("b"))));

        assertThat(database.query("select label from detection_20261123")).containsExactly("a");
        assertThat(database.query("select label from detection_20261124")).containsExactly("b");
        assertThat(database.query("select camera from frame_result_20261124"))
                .containsExactly("gate-1");
    }

    @Test
    void farDaysGetTheirPartitionAndLeaveNoOthersBetween() throws Exception {
        writer.write(
                List.of(
                        result("gate-1", Instant.EPOCH),
                        result("gate-1", Instant.parse("2199-12-31T23:59:59.999999Z"))));

        assertThat(database.query("select captured_at at time zone 'UTC' from frame_result"))
                .containsExactly("1970-01-01 00:00:00", "2199-12-31 23:59:59.999999");
        assertThat(
                        database.query(
                                "select relid from pg_partition_tree('frame_result') where isleaf"))
                .containsExactlyInAnyOrder("frame_result_19700101", "frame_result_21991231");
    }

    @Test
    void aTimeThatNoClockShowsIsLeftOutAndTheRestIsStored() throws Exception {
        writer.write(
                List.of(
                        result("gate-1", Instant.parse("+12345-01-01T00:00:00Z")),
                        result("gate-2", Instant.parse("1969-12-31T23:59:59Z")),
                        result("gate-3", NOON)));

        assertThat(database.query("select camera from frame_result")).containsExactly("gate-3");
    }

    @Test
    void writersThatStartTogetherMakeAPartitionOnce() throws Exception {
        CompletableFuture.allOf(
                        IntStream.range(0, 8)
                                .mapToObj(i -> List.of(result("cam-" + i, NOON)))
                                .map(batch -> CompletableFuture.runAsync(() -> writeApart(batch)))
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(database.query("select camera from frame_result")).hasSize(8);
    }

    private void writeApart(List<FrameResult> batch) {
        store.resultWriter().write(batch);
    }

    @Test
    void aDayThatWasDroppedIsMadeAgain() throws Exception {
        writer.write(List.of(result("gate-1", NOON, seen("person"))));
        database.execute("drop table frame_result_20261123", "drop table detection_20261123");

        writer.write(List.of(result("gate-1", NOON, seen("dog"))));

        assertThat(labels()).containsExactly("0 dog -");
    }

    @Test
    void theActivityOfACameraIsItsNewestFrame() {
        writer.write(
                List.of(
                        result("gate-2", NOON, 40, NANO),
                        result("gate-1", NOON.plusSeconds(1), 11, NANO),
                        result("gate-1", NOON, 10, NANO)));
        writer.write(List.of(result("gate-1", NOON.minusSeconds(9), 2, NANO)));

        assertThat(store.cameras().activity())
                .containsExactly(
                        activity("gate-1", NOON.plusSeconds(1), 11), activity("gate-2", NOON, 40));
        assertThat(store.cameras().activity("gate-2")).isPresent();
        assertThat(store.cameras().activity("gate-3")).isEmpty();
    }

    private static CameraActivity activity(String camera, Instant capturedAt, long sequence) {
        Instant arrivedAt = capturedAt.plusMillis(8);
        return new CameraActivity(camera, capturedAt, sequence, 768, 432, arrivedAt, NANO);
    }

    private List<String> labels() throws Exception {
        return database.query(
                "select concat_ws(' ', ordinal, label, coalesce(track::text, '-')) from detection order by camera, captured_at, ordinal");
    }
}
