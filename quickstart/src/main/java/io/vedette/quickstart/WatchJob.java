package io.vedette.quickstart;

import io.vedette.job.InvalidSettingsException;
import io.vedette.job.JobSettings;
import io.vedette.job.Pipeline;
import io.vedette.schema.Camera;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job as it runs on one laptop. */
final class WatchJob {

    private WatchJob() {}

    /**
     * The job that watches these cameras.
     *
     * @throws UserError if a camera or the model is refused
     */
    static JobGraph of(
            List<Camera> cameras,
            Path model,
            KafkaBroker broker,
            PostgresServer database,
            int parallelism) {
        try {
            JobSettings settings = settings(cameras, model, broker, database);
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.getExecutionEnvironment();
            environment.setParallelism(parallelism);
            Pipeline.build(environment, settings);
            StreamGraph graph = environment.getStreamGraph();
            graph.setJobName(Pipeline.name(settings));
            return graph.getJobGraph();
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static JobSettings settings(
            List<Camera> cameras, Path model, KafkaBroker broker, PostgresServer database) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--mode", "watch"));
        arguments.addAll(List.of("--model.path", model.toAbsolutePath().toString()));
        arguments.addAll(List.of("--kafka.bootstrap-servers", broker.bootstrapServers()));
        arguments.addAll(List.of("--store.url", database.jdbcUrl()));
        arguments.addAll(List.of("--store.user", PostgresServer.USER));
        for (Camera camera : cameras) {
            arguments.addAll(List.of("--camera", camera.id() + "=" + camera.uri()));
        }
        return JobSettings.parse(arguments.toArray(String[]::new));
    }
}
