package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {

    private static final String[] STORE = {"--store.url", "jdbc:postgresql://127.0.0.1/vedette"};

    @TempDir Path folder;

    @Test
    void watchingHasStableNamesAndUids() {
        assertThat(uids(CommandLines.watch(folder, STORE)))
                .isEqualTo(
                        Map.of(
                                "watch-cameras", "Source: Watch cameras",
                                "detect-objects", "Detect objects",
                                "publish-detections", "Publish detections: Writer",
                                "store-detections", "Store detections: Writer",
                                "store-pictures", "Store pictures: Writer",
                                "publish-dead-letters", "Publish dead letters: Writer"));
    }

    @Test
    void ingestingHasStableNamesAndUids() {
        assertThat(uids(CommandLines.ingest()))
                .isEqualTo(
                        Map.of(
                                "watch-cameras", "Source: Watch cameras",
                                "publish-frames", "Publish frames: Writer"));
    }

    @Test
    void inferringHasStableNamesAndUids() {
        assertThat(uids(CommandLines.infer(folder, STORE)))
                .isEqualTo(
                        Map.of(
                                "read-frames", "Source: Read frames",
                                "check-frames", "Check frames",
                                "decode-frames", "Decode frames",
                                "detect-objects", "Detect objects",
                                "publish-detections", "Publish detections: Writer",
                                "store-detections", "Store detections: Writer",
                                "store-pictures", "Store pictures: Writer",
                                "publish-dead-letters", "Publish dead letters: Writer"));
    }

    @Test
    void withoutAStoreNothingIsStored() {
        assertThat(uids(CommandLines.watch(folder)))
                .doesNotContainKeys("store-detections", "store-pictures");
    }

    @Test
    void whatIsWatchedIsInferredInTheSameTaskAndStoredInAnother() {
        JobGraph graph = graph(CommandLines.watch(folder, STORE)).getJobGraph();

        assertThat(task(graph, "Watch cameras")).contains("Detect objects", "Publish detections");
        assertThat(task(graph, "Store detections"))
                .doesNotContain("Detect objects", "Store pictures");
        assertThat(task(graph, "Store pictures")).doesNotContain("Detect objects");
        assertThat(graph.getNumberOfVertices()).isEqualTo(3);
    }

    @Test
    void framesFromKafkaAreDecodedWhereTheyAreInferred() {
        JobGraph graph = graph(CommandLines.infer(folder, STORE)).getJobGraph();

        assertThat(task(graph, "Decode frames")).contains("Detect objects");
        assertThat(task(graph, "Read frames"))
                .contains("Check frames")
                .doesNotContain("Decode frames");
    }

    @Test
    void everyGraphCanBeSentToACluster() throws Exception {
        for (String[] commandLine :
                new String[][] {
                    CommandLines.watch(folder, STORE),
                    CommandLines.ingest(),
                    CommandLines.infer(folder, STORE)
                }) {
            JobGraph graph = graph(commandLine).getJobGraph();

            JobGraph sent = InstantiationUtil.clone(graph);

            assertThat(sent.getNumberOfVertices()).isEqualTo(graph.getNumberOfVertices());
        }
    }

    @Test
    void theJobIsNamedAfterItsMode() {
        assertThat(Pipeline.name(JobSettings.parse(CommandLines.ingest())))
                .isEqualTo("Vedette ingest");
    }

    private static StreamGraph graph(String... commandLine) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(2);
        Pipeline.build(env, JobSettings.parse(commandLine));
        return env.getStreamGraph();
    }

    private static Map<String, String> uids(String... commandLine) {
        return graph(commandLine).getStreamNodes().stream()
                .filter(node -> !node.getOperatorName().endsWith(": Committer"))
                .collect(
                        Collectors.toMap(
                                StreamNode::getTransformationUID, StreamNode::getOperatorName));
    }

    /** The name of the task that an operator is in, which names all operators of its chain. */
    private static String task(JobGraph graph, String operator) {
        return StreamSupport.stream(graph.getVertices().spliterator(), false)
                .map(JobVertex::getName)
                .filter(name -> name.contains(operator))
                .findFirst()
                .orElseThrow();
    }
}
