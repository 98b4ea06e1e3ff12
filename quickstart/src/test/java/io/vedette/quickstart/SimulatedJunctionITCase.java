package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.quickstart.scenes.Conditions;
import io.vedette.quickstart.scenes.SceneCamera;
import io.vedette.schema.Camera;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Topics;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code vedette up} shows who has neither a camera nor a model. */
@ExtendWith(SharedSystem.class)
final class SimulatedJunctionITCase {

    private static final long SEED = 1;
    private static final int RESULTS = 80;
    private static final int LATEST_START = 50;

    private static final Path STREET = Path.of("../models/zoo/street/1").toAbsolutePath();

    @Test
    void theBuiltInModelSeesWhatIsThereInAllFourCameras(KafkaBroker kafka) throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "junction");
        Map<String, List<FrameResult>> results = new TreeMap<>();
        try (TestCluster flink = TestCluster.start();
                SimulatedCameras cameras = SimulatedCameras.start(simulation());
                ResultReader seen = new ResultReader(kafka, topics)) {
            JobID job = flink.submit(watch(kafka, topics, cameras.cameras()));
            for (Camera camera : cameras.cameras()) {
                seen.await(camera.id(), RESULTS);
                results.put(camera.id(), seen.of(camera.id()));
            }
            flink.cancel(job);
        }

        assertThat(results).hasSize(Simulation.USUAL);
        TruthScore all = TruthScore.NONE;
        for (SceneCamera camera : scenes()) {
            TruthScore score = score(camera, results.get(camera.id()));
            System.out.printf(
                    "%s: precision %.3f, recall %.3f, %s%n",
                    camera.id(), score.precision(), score.recall(), score);
            assertThat(score.right()).as("objects seen by %s", camera.id()).isPositive();
            all = all.plus(score);
        }
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.8);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.8);
    }

    /**
     * The truth is that of the frames that the camera sent: the first one seen is told by what fits
     * best, for a camera may have sent some before it was watched; those after it are counted.
     */
    private static TruthScore score(SceneCamera camera, List<FrameResult> results) {
        long start =
                LongStream.range(0, LATEST_START)
                        .boxed()
                        .max(
                                Comparator.comparing(
                                        first ->
                                                score(camera, results.subList(0, 10), first)
                                                        .right()))
                        .orElseThrow();
        return score(camera, results, start);
    }

    private static TruthScore score(SceneCamera camera, List<FrameResult> results, long start) {
        return results.stream()
                .map(
                        result ->
                                TruthScore.of(
                                        result.detections(),
                                        camera.truth(start + result.sequence()).objects()))
                .reduce(TruthScore.NONE, TruthScore::plus);
    }

    private static Simulation simulation() {
        return new Simulation(scenes(), new Port("--rtsp-port", 0));
    }

    private static List<SceneCamera> scenes() {
        return SceneCamera.junction(SEED, Simulation.USUAL, Conditions.DAY);
    }

    private static String[] watch(KafkaBroker kafka, Topics topics, List<Camera> cameras) {
        var options =
                WholePathITCase.options(
                        kafka, topics, "--mode", "watch", "--model.path", STREET.toString());
        for (Camera camera : cameras) {
            options = options.and("--camera", camera.id() + "=" + camera.uri());
        }
        return options.toArray();
    }
}
