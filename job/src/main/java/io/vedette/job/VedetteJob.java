package io.vedette.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main class of the job jar. */
public final class VedetteJob {

    private VedetteJob() {}

    /**
     * Makes the topics that are missing and submits the job.
     *
     * @throws InvalidSettingsException naming everything that is wrong with the arguments, or if no
     *     broker answers
     */
    public static void main(String[] args) throws Exception {
        JobSettings settings = JobSettings.parse(args);
        if (settings.kafka().createTopics()) {
            TopicCreation.createMissing(
                    settings.kafka().bootstrapServers(), settings.kafka().topics());
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        Pipeline.build(env, settings);
        env.execute(Pipeline.name(settings));
    }
}
