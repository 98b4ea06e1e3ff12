package io.vedette.job;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the job asks of Flink, whatever the cluster's configuration says. */
final class Environments {

    private static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private Environments() {}

    /**
     * Sets what the job relies on and checks what it cannot bear.
     *
     * @throws InvalidSettingsException if the cluster asks for unaligned checkpoints, which would
     *     put frames into every checkpoint
     */
    static void prepare(StreamExecutionEnvironment env, JobSettings settings) {
        if (env.getConfiguration().get(CheckpointingOptions.ENABLE_UNALIGNED)) {
            throw new InvalidSettingsException(
                    List.of(
                            "Flink option '%s' must be false: unaligned checkpoints would hold frames."
                                    .formatted(CheckpointingOptions.ENABLE_UNALIGNED.key())));
        }
        Configuration required =
                new Configuration()
                        .set(PipelineOptions.GENERIC_TYPES, false)
                        .set(PipelineOptions.OBJECT_REUSE, true);
        env.configure(required);
        env.setMaxParallelism(settings.maxParallelism());
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.enableCheckpointing(DEFAULT_CHECKPOINT_INTERVAL.toMillis());
        }
    }
}
