package io.vedette.quickstart;

import io.vedette.job.InvalidSettingsException;
import io.vedette.job.JobSettings;
import io.vedette.job.Pipeline;
import io.vedette.schema.Camera;
import io.vedette.sources.RtspSource;
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
     * The job that watches the cameras of the broker's camera topic, as they are at any moment.
     *
     * @throws UserError if the model is refused
     */
    static JobGraph of(Path model, KafkaBroker broker, PostgresServer database) {
        try {
            JobSettings settings = settings(model, broker, database);
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.getExecutionEnvironment();
            environment.setParallelism(1); // its engines use all cores all the same
            Pipeline.build(environment, settings);
            StreamGraph graph = environment.getStreamGraph();
            graph.setJobName(Pipeline.name(settings));
            return graph.getJobGraph();
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The cameras themselves.
     *
     * @throws UserError if the job would refuse one
     */
    static List<Camera> checked(List<Camera> cameras) {
        try {
            return RtspSource.checked(cameras, false);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static JobSettings settings(Path model, KafkaBroker broker, PostgresServer database) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--mode", "watch"));
        arguments.addAll(List.of("--model.path", model.toAbsolutePath().toString()));
        arguments.addAll(List.of("--kafka.bootstrap-servers", broker.bootstrapServers()));
        arguments.addAll(List.of("--store.url", database.jdbcUrl()));
        arguments.addAll(List.of("--store.user", PostgresServer.USER));
        return JobSettings.parse(arguments.toArray(String[]::new));
    }
}
