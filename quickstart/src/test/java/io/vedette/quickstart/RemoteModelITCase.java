package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.remote.TinyPackageServer;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job with a model that lies on a web server. */
@ExtendWith(SharedSystem.class)
final class RemoteModelITCase {

    private static final int FRAMES = 10;

    @TempDir Path folder;

    @Test
    void everyTaskHasTheModelThatWasFetchedOnce(KafkaBroker kafka) throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "remote");
        Path video = MovingCell.write(folder.resolve("moving.mp4"), FRAMES);
        try (TestCluster flink = TestCluster.start();
                TinyPackageServer server = TinyPackageServer.start(folder.resolve("served"))) {
            flink.run(
                    WholePathITCase.options(kafka, topics, "--mode", "watch")
                            .and("--model.path", server.uri())
                            .and("--model.cache", folder.resolve("cache").toString())
                            .and("--cameras.bounded", "true")
                            .and("--camera", "cell=file:" + video + "?pace=max")
                            .toArray());

            assertThat(server.requests("model.onnx")).isEqualTo(1);
            assertThat(server.requests("model.yaml")).isEqualTo(3); // the client, and two tasks
        }
        List<FrameResult> results = WholePathITCase.results(kafka, topics, FRAMES);
        assertThat(results)
                .hasSize(FRAMES)
                .allSatisfy(result -> assertThat(result.model().name()).isEqualTo("tiny"))
                .allSatisfy(result -> assertThat(result.detections()).isNotEmpty());
    }
}
