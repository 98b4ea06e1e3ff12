package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.models.TinyModel;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What still works when cameras or a part of Flink do not. */
@ExtendWith(SharedSystem.class)
final class FailureITCase {

    private static final int FRAMES = 40;

    @TempDir Path folder;

    private TestCluster flink;
    private String model;
    private String video;

    @BeforeEach
    void start() throws Exception {
        model = TinyModel.writePackage(folder.resolve("tiny/1")).toString();
        video = "file:" + MovingCell.write(folder.resolve("moving.mp4"), FRAMES);
        flink = TestCluster.start();
    }

    @AfterEach
    void stop() throws Exception {
        flink.close();
    }

    @Test
    void aDeadCameraStopsNoOther(KafkaBroker kafka) throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "dead-cameras");
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                ResultReader seen = new ResultReader(kafka, topics)) {
            JobID job =
                    watch(
                            kafka,
                            topics,
                            "silent=rtsp://127.0.0.1:%d/x".formatted(silent.getLocalPort()),
                            "refused=rtsp://127.0.0.1:%d/x".formatted(Port.anyFree()),
                            "living=" + video + "?pace=max");

            seen.await("living", FRAMES);

            assertThat(seen.of("living"))
                    .extracting(FrameResult::sequence)
                    .containsExactlyElementsOf(LongStream.range(0, FRAMES).boxed().toList());
            assertThat(flink.status(job)).isEqualTo(JobStatus.RUNNING);
        }
    }

    @Test
    void aCameraGoesOnCountingOnAnotherTaskManager(KafkaBroker kafka) throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "lost-task-manager");
        try (ResultReader seen = new ResultReader(kafka, topics)) {
            JobID job = watch(kafka, topics, "looping=" + video + "?loop=true");
            seen.await("looping", FRAMES);
            long counted = newest(seen).sequence();
            awaitCheckpointOfWhatWasSeen(job);

            flink.replaceTaskManager();
            Instant lostAt = Instant.now();

            do {
                seen.await("looping", 1);
            } while (newest(seen).capturedAt().isBefore(lostAt));
            assertThat(newest(seen).sequence()).isGreaterThan(counted);
            flink.awaitCheckpoints(
                    job, stats -> stats.getCounts().getNumberOfRestoredCheckpoints() >= 1);
        }
    }

    /** The second one to complete from now on has begun from now on. */
    private void awaitCheckpointOfWhatWasSeen(JobID job) {
        long completed = flink.checkpoints(job);
        await().until(() -> flink.checkpoints(job) >= completed + 2);
    }

    private static FrameResult newest(ResultReader seen) {
        List<FrameResult> results = seen.of("looping");
        return results.get(results.size() - 1);
    }

    private JobID watch(KafkaBroker kafka, Topics topics, String... cameras) throws Exception {
        WholePathITCase.Options options =
                WholePathITCase.options(kafka, topics, "--mode", "watch", "--model.path", model);
        for (String camera : cameras) {
            options = options.and("--camera", camera);
        }
        return flink.submit(options.toArray());
    }
}
