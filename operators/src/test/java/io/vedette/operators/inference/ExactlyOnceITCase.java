package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs on a cluster that fail and are rescaled, with every result counted by identity. */
@Timeout(120)
class ExactlyOnceITCase {

    private static final int MAX_PARALLELISM = 64;
    private static final int KEYS = 16;
    private static final int NUMBERS = 200;

    private static MiniCluster cluster;

    @TempDir Path folder;

    private final String run = UUID.randomUUID().toString();
    private final NumberedSource source = new NumberedSource(run, KEYS, NUMBERS, MAX_PARALLELISM);
    private final FatefulEngines engines = new FatefulEngines(run, 4, 4_000);

    /** How elements come to the operator. */
    enum Form {
        /** Straight from the source, in one task. */
        CHAINED,
        /** Over the network. */
        SHUFFLED
    }

    @BeforeAll
    static void start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.EXECUTION_FAILOVER_STRATEGY, "full");
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(3)
                                .build());
        cluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"CHAINED, hashmap", "CHAINED, rocksdb", "SHUFFLED, hashmap", "SHUFFLED, rocksdb"})
    void everyElementCountsOnceWhenEngineAndSourceFail(Form form, String backend) throws Exception {
        JobID job = submit(graph(form, configuration(backend), 2));
        readHalfThenAll();

        assertThat(cluster.requestJobResult(job).get().isSuccess()).isTrue();

        assertThat(source.resumed()).as("read on from a checkpoint").anyMatch(next -> next > 0);
        checkResults();
        checkEnginesAreGone();
    }

    @ParameterizedTest
    @CsvSource({"CHAINED, hashmap", "SHUFFLED, rocksdb"})
    void everyElementCountsOnceWhenTheJobIsRescaled(Form form, String backend) throws Exception {
        String savepoint = null;
        for (int parallelism : List.of(1, 3)) {
            int before = CommittedResults.of(run).size();
            source.gate().raise(parallelism == 1 ? NUMBERS / 3 : 2 * NUMBERS / 3);
            JobID job =
                    submit(restored(graph(form, configuration(backend), parallelism), savepoint));
            await().until(() -> CommittedResults.of(run).size() > before + KEYS * NUMBERS / 8);
            savepoint =
                    cluster.stopWithSavepoint(
                                    job,
                                    folder.toUri().toString(),
                                    false,
                                    SavepointFormatType.CANONICAL)
                            .get();
        }

        source.gate().raise(NUMBERS);
        JobID last = submit(restored(graph(form, configuration(backend), 2), savepoint));
        assertThat(cluster.requestJobResult(last).get().isSuccess()).isTrue();

        checkResults();
        checkEnginesAreGone();
    }

    @Test
    void everyElementCountsOnceWithUnalignedCheckpoints() throws Exception {
        Configuration configuration =
                configuration("hashmap").set(CheckpointingOptions.ENABLE_UNALIGNED, true);
        JobID job = submit(graph(Form.SHUFFLED, configuration, 2));
        readHalfThenAll();

        assertThat(cluster.requestJobResult(job).get().isSuccess()).isTrue();

        assertThat(source.resumed()).as("read on from a checkpoint").anyMatch(next -> next > 0);
        assertThat(persistedBytes(job)).as("elements in checkpoints of the network").isPositive();
        checkResults();
        checkEnginesAreGone();
    }

    @Test
    void subtasksOfAProcessShareTheirEngines() throws Exception {
        source.gate().raise(NUMBERS);
        JobID job = submit(graph(Form.CHAINED, configuration("hashmap"), 3));
        await().until(() -> !CommittedResults.of(run).isEmpty());

        assertThat(engines.log().open()).isEqualTo(settings().engines());
        cluster.cancelJob(job).get();
        await().until(() -> cluster.getJobStatus(job).get() == JobStatus.CANCELED);

        checkEnginesAreGone();
    }

    /** Failures come in the second half, so that there is a checkpoint before them. */
    private void readHalfThenAll() {
        source.gate().raise(NUMBERS / 2);
        await().until(() -> !CommittedResults.of(run).isEmpty());
        source.gate().raise(NUMBERS);
    }

    private void checkResults() {
        List<Counted> results = CommittedResults.of(run);
        results.forEach(Counted::check);
        assertThat(results.stream().map(out -> out.key() + "/" + out.number()))
                .containsExactlyInAnyOrderElementsOf(
                        source.allKeys().stream()
                                .flatMap(
                                        key ->
                                                IntStream.range(0, NUMBERS)
                                                        .mapToObj(number -> key + "/" + number))
                                .toList());
        assertThat(results)
                .allSatisfy(
                        out ->
                                assertThat(out.failed())
                                        .as("%s", out)
                                        .isEqualTo(NumberedSource.isBad(out.key(), out.number())));
    }

    private void checkEnginesAreGone() {
        EngineLog log = engines.log();
        await().untilAsserted(() -> assertThat(log.open()).isZero());
        await().untilAsserted(
                        () ->
                                assertThat(Thread.getAllStackTraces().keySet())
                                        .extracting(Thread::getName)
                                        .noneMatch(name -> name.contains(run)));
        assertThat(log.breaches).isEmpty();
    }

    private long persistedBytes(JobID job) throws Exception {
        return cluster.getExecutionGraph(job)
                .get()
                .getCheckpointStatsSnapshot()
                .getSummaryStats()
                .getPersistedDataStats()
                .getMaximum();
    }

    private static InferenceSettings settings() {
        return InferenceSettings.of(BatchSettings.of(4, Duration.ofMillis(2))).withEngines(2);
    }

    private Configuration configuration(String backend) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("c").toUri().toString());
        configuration.set(StateBackendOptions.STATE_BACKEND, backend);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 5);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        return configuration;
    }

    private JobGraph graph(Form form, Configuration configuration, int parallelism) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setMaxParallelism(MAX_PARALLELISM);
        env.setParallelism(parallelism);
        DataStream<Item> items =
                env.fromSource(
                                source,
                                WatermarkStrategy.forMonotonousTimestamps(),
                                "Numbers",
                                TypeInformation.of(Item.class))
                        .uid("numbers");
        BatchInference.apply(
                        keyed(form, items),
                        engines,
                        new CountItemsFunction(),
                        TypeInformation.of(Counted.class),
                        settings())
                .uid("infer")
                .process(new CommittedResults(run))
                .returns(TypeInformation.of(Counted.class))
                .uid("commit")
                .sinkTo(new DiscardingSink<>());
        return env.getStreamGraph().getJobGraph();
    }

    private static KeyedStream<Item, String> keyed(Form form, DataStream<Item> items) {
        return switch (form) {
            case CHAINED ->
                    DataStreamUtils.reinterpretAsKeyedStream(items, Item::key, Types.STRING);
            case SHUFFLED -> items.keyBy(Item::key, Types.STRING);
        };
    }

    private static JobGraph restored(JobGraph graph, String savepoint) {
        if (savepoint != null) {
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        }
        return graph;
    }

    private static JobID submit(JobGraph graph) throws Exception {
        return cluster.submitJob(graph).get().getJobID();
    }
}
