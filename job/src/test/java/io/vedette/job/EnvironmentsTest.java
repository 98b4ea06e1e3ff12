package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    private final JobSettings settings =
            JobSettings.parse(CommandLines.ingest("--max-parallelism", "64"));

    @Test
    void unalignedCheckpointsAreRefused() {
        Configuration configuration =
                new Configuration().set(CheckpointingOptions.ENABLE_UNALIGNED, true);

        assertThatThrownBy(() -> prepared(configuration))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll(
                        "'execution.checkpointing.unaligned.enabled'", "must be false");
    }

    @Test
    void whatTheJobReliesOnIsSetWhateverTheClusterSays() {
        Configuration configuration =
                new Configuration()
                        .set(PipelineOptions.GENERIC_TYPES, true)
                        .set(PipelineOptions.OBJECT_REUSE, false);

        StreamExecutionEnvironment env = prepared(configuration);

        assertThat(env.getConfig().isObjectReuseEnabled()).isTrue();
        assertThat(env.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(env.getMaxParallelism()).isEqualTo(64);
    }

    @Test
    void checkpointsAreTakenAlsoWhenTheClusterNamesNoInterval() {
        StreamExecutionEnvironment env = prepared(new Configuration());

        assertThat(env.getCheckpointConfig().getCheckpointInterval()).isEqualTo(10_000);
    }

    @Test
    void theIntervalOfTheClusterIsKept() {
        Configuration configuration =
                new Configuration()
                        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(42));

        StreamExecutionEnvironment env = prepared(configuration);

        assertThat(env.getCheckpointConfig().getCheckpointInterval()).isEqualTo(42_000);
    }

    private StreamExecutionEnvironment prepared(Configuration configuration) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        Environments.prepare(env, settings);
        return env;
    }
}
