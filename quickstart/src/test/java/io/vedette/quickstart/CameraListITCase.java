package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.models.TinyModel;
import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.schema.Camera;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The camera topic rules a running job, whoever writes to it. */
@ExtendWith(SharedSystem.class)
final class CameraListITCase {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int FRAMES = 200;

    @TempDir Path folder;

    private TestCluster flink;
    private String model;
    private Feed feed;
    private CameraServer server;
    private SimulatedCamera steady;
    private SimulatedCamera gate;
    private SimulatedCamera other;

    @BeforeEach
    void start() throws Exception {
        model = TinyModel.writePackage(folder.resolve("tiny/1")).toString();
        feed = Feed.ofFile(MovingCell.write(folder.resolve("moving.mp4"), FRAMES));
        server = CameraServer.start(CameraServerSettings.local());
        steady = served("steady");
        gate = served("gate");
        other = served("other");
        flink = TestCluster.start();
    }

    @AfterEach
    void stop() throws Exception {
        flink.close();
        server.close();
        feed.close();
    }

    @Test
    void aChangeCountsWithinTwoSecondsAndDisturbsNoOtherCamera(KafkaBroker kafka) throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "list");
        put(kafka, topics, camera("steady", steady));
        try (ResultReader seen = new ResultReader(kafka, topics)) {
            JobID job = watch(kafka, topics);
            seen.await("steady", 50);

            put(kafka, topics, camera("gate", gate));
            within("added", () -> seen(seen, "gate") > 0);

            put(kafka, topics, camera("gate", other));
            within("changed", () -> gate.sessions() == 0 && other.sessions() == 1);

            put(kafka, topics, paused(camera("gate", other)));
            within("paused", () -> other.sessions() == 0);
            Instant paused = Instant.now();

            Records.send(kafka, topics.cameras(), "steady", "no camera".getBytes(UTF_8));
            seen.await("steady", 25);
            put(kafka, topics, camera("gate", gate));
            within("resumed", () -> seenSince(seen, "gate", paused));

            Records.send(kafka, topics.cameras(), "gate", null);
            within("removed", () -> gate.sessions() == 0);
            Instant removed = Instant.now();

            put(kafka, topics, camera("gate", gate));
            within("added again", () -> seenSince(seen, "gate", removed));
            seen.await("steady", 25);
            Records.send(kafka, topics.cameras(), "gate", null);
            within("removed again", () -> gate.sessions() == 0);
            flink.cancel(job);

            assertThat(longestPause(seen.of("steady"))).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(states(kafka, topics, "steady"))
                .containsExactly(CameraState.CONNECTING, CameraState.LIVE);
        assertThat(states(kafka, topics, "gate"))
                .containsSubsequence(
                        CameraState.CONNECTING,
                        CameraState.LIVE,
                        CameraState.CONNECTING,
                        CameraState.LIVE,
                        CameraState.DISABLED,
                        CameraState.LIVE)
                .endsWith((CameraState) null);
        assertThat(statuses(kafka, topics))
                .extracting(
                        record -> record.value() == null ? "" : new String(record.value(), UTF_8))
                .allSatisfy(status -> assertThat(status).doesNotContain("rtsp:"));
    }

    @Test
    void aJobThatStartsAgainWatchesWhatTheListSaysThen(KafkaBroker kafka) throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "list-again");
        put(kafka, topics, camera("gate", gate));
        try (ResultReader seen = new ResultReader(kafka, topics)) {
            JobID first = watch(kafka, topics);
            seen.await("gate", 5);
            flink.cancel(first);
            Records.send(kafka, topics.cameras(), "gate", null);
            put(kafka, topics, camera("yard", other));

            JobID second = watch(kafka, topics);
            seen.await("yard", 5);
            flink.replaceTaskManager();
            seen.await("yard", 50);

            assertThat(gate.sessions()).isZero();
            assertThat(other.sessions()).isEqualTo(1);
            flink.cancel(second);
        }
        assertThat(states(kafka, topics, "gate"))
                .containsExactly(CameraState.CONNECTING, CameraState.LIVE, null);
    }

    private SimulatedCamera served(String id) {
        SimulatedCamera camera = new SimulatedCamera(id, feed);
        server.add(camera);
        return camera;
    }

    private Camera camera(String id, SimulatedCamera shown) {
        return Camera.of(id, server.uri(shown));
    }

    private static Camera paused(Camera camera) {
        return new Camera(camera.id(), camera.uri(), null, null, false, null);
    }

    private static void put(KafkaBroker kafka, Topics topics, Camera camera) {
        Records.send(kafka, topics.cameras(), camera.id(), Json.write(camera));
    }

    private JobID watch(KafkaBroker kafka, Topics topics) throws Exception {
        return flink.submit(
                WholePathITCase.options(kafka, topics, "--mode", "watch", "--model.path", model)
                        .toArray());
    }

    private static void within(String change, BooleanSupplier effective) {
        long start = System.nanoTime();
        await(change)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(LIMIT)
                .until(effective::getAsBoolean);
        System.out.printf("%s: %d ms%n", change, (System.nanoTime() - start) / 1_000_000);
    }

    private static int seen(ResultReader results, String camera) {
        results.read(Duration.ofMillis(20));
        return results.of(camera).size();
    }

    private static boolean seenSince(ResultReader results, String camera, Instant since) {
        results.read(Duration.ofMillis(20));
        return results.of(camera).stream().anyMatch(result -> result.arrivedAt().isAfter(since));
    }

    private static Duration longestPause(List<FrameResult> results) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < results.size(); i++) {
            Duration pause =
                    Duration.between(results.get(i - 1).arrivedAt(), results.get(i).arrivedAt());
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    /**
     * The states that a camera came into, in order; null where it was removed. One that is told
     * again, since the camera sends something else now, is the same.
     */
    private static List<CameraState> states(KafkaBroker kafka, Topics topics, String camera) {
        List<CameraState> states = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : statuses(kafka, topics)) {
            if (Objects.equals(record.key(), camera)) {
                CameraState state =
                        record.value() == null
                                ? null
                                : Json.read(record.value(), CameraStatus.class).state();
                if (states.isEmpty() || states.get(states.size() - 1) != state) {
                    states.add(state);
                }
            }
        }
        return states;
    }

    private static List<ConsumerRecord<String, byte[]>> statuses(KafkaBroker kafka, Topics topics) {
        return Records.read(kafka, topics.cameraStatus(), 5);
    }
}
