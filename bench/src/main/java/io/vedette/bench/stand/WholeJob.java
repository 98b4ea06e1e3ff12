package io.vedette.bench.stand;

import io.vedette.job.JobSettings;
import io.vedette.job.Pipeline;
import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job that users submit, in mode {@code watch} and without a store, in a cluster within this
 * process, from its start until it is closed. A failure ends it for good.
 */
public final class WholeJob implements AutoCloseable {

    private static final int CLOSE_SECONDS = 30;

    private final StreamExecutionEnvironment environment;
    private final JobClient job;
    private final CompletableFuture<String> ended;
    private final Path cameras;

    private WholeJob(StreamExecutionEnvironment environment, JobClient job, Path cameras) {
        this.environment = environment;
        this.job = job;
        this.cameras = cameras;
        this.ended =
                job.getJobExecutionResult()
                        .handle((result, failure) -> failure == null ? "finished" : root(failure));
    }

    /**
     * Starts it, with one subtask, which uses the whole machine; it may take seconds until it runs.
     *
     * @param model the folder of a model package
     * @param options beside those for the cameras, the model and Kafka, as {@code --key}, {@code
     *     value}
     */
    public static WholeJob start(
            JobStand stand, Path model, List<Camera> cameras, List<String> options)
            throws Exception {
        CameraGauges.clear();
        CheckpointGauges.clear();
        Path list = Files.createTempFile(stand.folder(), "cameras", ".json");
        Files.write(list, Json.write(cameras));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--mode", "watch"));
        arguments.addAll(List.of("--cameras.file", list.toString()));
        arguments.addAll(List.of("--model.path", model.toAbsolutePath().toString()));
        arguments.addAll(List.of("--kafka.bootstrap-servers", stand.bootstrapServers()));
        arguments.addAll(options);
        JobSettings settings = JobSettings.parse(arguments.toArray(String[]::new));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration());
        Pipeline.build(environment, settings);
        return new WholeJob(environment, environment.executeAsync(Pipeline.name(settings)), list);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        MetricOptions.forReporter(configuration, CameraGauges.NAME)
                .set(MetricOptions.REPORTER_FACTORY_CLASS, CameraGauges.Factory.class.getName());
        MetricOptions.forReporter(configuration, CheckpointGauges.NAME)
                .set(
                        MetricOptions.REPORTER_FACTORY_CLASS,
                        CheckpointGauges.Factory.class.getName());
        return configuration;
    }

    /** Changes the cameras; the job sees it within two seconds. */
    public void cameras(List<Camera> changed) throws IOException {
        Path next = Files.createTempFile(cameras.toAbsolutePath().getParent(), "cameras", ".new");
        Files.write(next, Json.write(changed));
        Files.move(next, cameras, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Completes, with the reason, when it is over, also when it was closed. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /**
     * Does nothing as long as it goes on.
     *
     * @throws IOException with the reason why it does not
     */
    public void requireAlive() throws IOException {
        if (ended.isDone()) {
            throw new IOException("the job ended: " + ended.join());
        }
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /** Cancels it and waits for its end. */
    @Override
    public void close() throws IOException {
        if (!ended.isDone()) {
            job.cancel().handle((done, gone) -> true).join();
        }
        ended.orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).join();
        try {
            environment.close();
        } catch (Exception e) {
            throw new IOException("the job does not close", e);
        }
    }
}
