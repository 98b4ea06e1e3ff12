package io.vedette.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink within this process, with its web UI, and the jobs that run on it. */
final class FlinkCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlinkCluster.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final String PROMETHEUS_PORTS = "9249-9299";

    private final MiniCluster cluster;
    private final Path log;

    private FlinkCluster(MiniCluster cluster, Path log) {
        this.cluster = cluster;
        this.log = log;
    }

    /**
     * Starts a cluster of one TaskManager with one slot.
     *
     * @param data where checkpoints are kept
     * @param log the file to look into when something fails
     * @param port of the web UI
     * @throws UserError if it does not start
     */
    static FlinkCluster start(Path data, Path log, int port) {
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration(data, log, port))
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(1)
                                .build());
        try {
            cluster.start();
            return new FlinkCluster(cluster, log);
        } catch (Exception e) {
            throw new UserError("Flink did not start: %s See %s.".formatted(reason(e), log), e);
        }
    }

    /**
     * Submits a job.
     *
     * @throws UserError if the job is refused
     */
    JobID submit(JobGraph graph) {
        try {
            return cluster.submitJob(graph).get().getJobID();
        } catch (ExecutionException e) {
            throw new UserError("Flink refused the job: %s See %s.".formatted(reason(e), log), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while the job was submitted.", e);
        }
    }

    /** Whether every task of a job runs, its model loaded. */
    boolean isRunning(JobID job) {
        return StreamSupport.stream(
                        cluster.getExecutionGraph(job)
                                .join()
                                .getAllExecutionVertices()
                                .spliterator(),
                        false)
                .allMatch(vertex -> vertex.getExecutionState() == ExecutionState.RUNNING);
    }

    /** Completes with a sentence for people when a job fails for good, and only then. */
    CompletableFuture<String> ended(JobID job) {
        return cluster.requestJobResult(job)
                .handle((result, stopped) -> cause(result))
                .thenCompose(
                        cause ->
                                cause.map(e -> "The job failed: %s See %s.".formatted(e, log))
                                        .map(CompletableFuture::completedFuture)
                                        .orElseGet(CompletableFuture::new));
    }

    private static Optional<String> cause(@Nullable JobResult result) {
        return result == null
                ? Optional.empty()
                : result.getSerializedThrowable().map(FlinkCluster::reason);
    }

    /** Cancels the jobs and stops. */
    @Override
    public void close() {
        try {
            cluster.closeAsync().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while Flink stopped", e);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Flink did not stop cleanly", e);
        }
    }

    private static Configuration configuration(Path data, Path log, int port) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.BIND_PORT, Integer.toString(port));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                data.resolve("checkpoints").toAbsolutePath().toUri().toString());
        configuration.set(WebOptions.LOG_PATH, log.toString());
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(MetricOptions.REPORTERS_LIST, "prometheus");
        configuration.setString(
                "metrics.reporter.prometheus.factory.class",
                PrometheusReporterFactory.class.getName());
        configuration.setString("metrics.reporter.prometheus.port", PROMETHEUS_PORTS);
        return configuration;
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
