package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.job.JobSettings;
import io.vedette.job.Pipeline;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;

/** Flink for tests: two slots, a checkpoint every half second, jobs from the job's own options. */
final class TestCluster implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final MiniCluster cluster;

    private TestCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    static TestCluster start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(2)
                                .build());
        cluster.start();
        return new TestCluster(cluster);
    }

    /** Runs a bounded job to its end. */
    void run(String... options) throws Exception {
        JobID job = submit(options);
        cluster.requestJobResult(job)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .toJobExecutionResult(getClass().getClassLoader());
    }

    JobID submit(String... options) throws Exception {
        JobSettings settings = JobSettings.parse(options);
        Configuration configuration =
                new Configuration()
                        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(2);
        Pipeline.build(env, settings);
        return cluster.submitJob(env.getStreamGraph()).get().getJobID();
    }

    /** Takes a savepoint and says where it is. */
    Path savepoint(JobID job, Path folder) throws Exception {
        String place =
                cluster.triggerSavepoint(
                                job,
                                folder.toUri().toString(),
                                false,
                                SavepointFormatType.CANONICAL)
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return Path.of(URI.create(place).getPath());
    }

    /** Where its REST interface is. */
    URI rest() throws Exception {
        return cluster.getRestAddress().get();
    }

    void cancel(JobID job) throws Exception {
        cluster.cancelJob(job).get();
        cluster.requestJobResult(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    JobStatus status(JobID job) {
        return cluster.getJobStatus(job).join();
    }

    /** Takes the TaskManager away, with every task on it, and puts another in its place. */
    void replaceTaskManager() throws Exception {
        cluster.terminateTaskManager(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        cluster.startTaskManager();
    }

    /** Completed checkpoints of a job so far. */
    long checkpoints(JobID job) {
        return cluster.getExecutionGraph(job)
                .join()
                .getCheckpointStatsSnapshot()
                .getCounts()
                .getNumberOfCompletedCheckpoints();
    }

    /** Waits until the checkpoints of a job are as they should be. */
    void awaitCheckpoints(JobID job, Predicate<CheckpointStatsSnapshot> condition) {
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(
                                                cluster.getExecutionGraph(job)
                                                        .get()
                                                        .getCheckpointStatsSnapshot())
                                        .matches(condition));
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
