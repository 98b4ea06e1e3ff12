package io.vedette.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main class of the job jar. */
public final class VedetteJob {

    private VedetteJob() {}

    /**
     * Submits the job.
     *
     * @throws InvalidSettingsException naming everything that is wrong with the arguments
     */
    public static void main(String[] args) throws Exception {
        JobSettings settings = JobSettings.parse(args);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        Pipeline.build(env, settings);
        env.execute(Pipeline.name(settings));
    }
}
