package io.vedette.bench.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.vedette.job.InvalidSettingsException;
import io.vedette.models.YoloxNano;
import io.vedette.schema.FrameResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class WholeJobITCase {

    private static final int RESULTS = 20;

    @TempDir Path folder;

    @BeforeEach
    void needsAModelAndAVideo() {
        assumeThat(YoloxNano.isPresent() && SharedVideo.isPresent())
                .as("the model and the videos beside the project are here")
                .isTrue();
    }

    @Test
    void yieldsTheResultsOfEveryCameraInOrder() throws Exception {
        Path model = YoloxNano.writePackage(folder.resolve("model"), 0.25f, 0.45f);
        Queue<DeliveredResult> delivered = new ConcurrentLinkedQueue<>();
        long before = System.currentTimeMillis();

        try (JobStand stand = JobStand.start();
                ResultReader reader = ResultReader.start(stand, delivered::add);
                WholeJob job =
                        WholeJob.start(
                                stand,
                                model,
                                List.of(SharedVideo.camera("a"), SharedVideo.camera("b")),
                                List.of())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> of("a", delivered) >= RESULTS && of("b", delivered) >= RESULTS);
            job.requireAlive();
        }

        for (String camera : List.of("a", "b")) {
            long[] sequences =
                    delivered.stream()
                            .map(DeliveredResult::result)
                            .filter(result -> result.camera().equals(camera))
                            .mapToLong(FrameResult::sequence)
                            .toArray();
            assertThat(sequences).isEqualTo(LongStream.range(0, sequences.length).toArray());
        }
        assertThat(delivered)
                .allSatisfy(result -> assertThat(result.deliveredAt()).isGreaterThan(before));
    }

    @Test
    void optionsOfTheCallerReachTheJob() throws Exception {
        Path model = YoloxNano.writePackage(folder.resolve("model"), 0.25f, 0.45f);

        try (JobStand stand = JobStand.start()) {
            assertThatThrownBy(
                            () ->
                                    WholeJob.start(
                                                    stand,
                                                    model,
                                                    List.of(SharedVideo.camera("a")),
                                                    List.of("--inference.treads", "1"))
                                            .close())
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining("inference.threads");
        }
    }

    private static long of(String camera, Queue<DeliveredResult> delivered) {
        return delivered.stream()
                .map(DeliveredResult::result)
                .filter(result -> result.camera().equals(camera))
                .count();
    }
}
