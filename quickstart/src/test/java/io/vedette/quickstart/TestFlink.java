package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A Flink cluster of one TaskManager, which tests may take away. */
final class TestFlink implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int SLOTS = 4;

    private final MiniCluster cluster;

    private TestFlink(MiniCluster cluster) {
        this.cluster = cluster;
    }

    static TestFlink start() {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_PORT, "0");
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(SLOTS)
                                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("Flink did not start", e);
        }
        return new TestFlink(cluster);
    }

    JobID submit(JobGraph graph) throws Exception {
        return cluster.submitJob(graph).get(PATIENCE_SECONDS, TimeUnit.SECONDS).getJobID();
    }

    /** Waits until a job has done all its work. */
    void awaitFinished(JobID job) throws Exception {
        JobResult result = cluster.requestJobResult(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(result.getSerializedThrowable()).as("failure of the job").isEmpty();
    }

    JobStatus status(JobID job) {
        return cluster.getJobStatus(job).join();
    }

    CheckpointStatsSnapshot checkpoints(JobID job) {
        return cluster.getExecutionGraph(job).join().getCheckpointStatsSnapshot();
    }

    /** Stops a job that still runs. */
    void cancel(JobID job) throws Exception {
        if (!status(job).isGloballyTerminalState()) {
            cluster.cancelJob(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            cluster.requestJobResult(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Takes the TaskManager away, with every task on it, and puts another in its place. */
    void replaceTaskManager() throws Exception {
        cluster.terminateTaskManager(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        cluster.startTaskManager();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
