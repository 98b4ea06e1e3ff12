package io.vedette.sources;

import io.vedette.schema.Topics;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * The frames topic as a Flink source.
 *
 * <p>Offsets are in the checkpoint, so after a failure every frame since the last one is read
 * again. A job without a checkpoint goes on where its consumer group committed last, or begins with
 * the earliest record.
 */
public final class KafkaFramesSource {

    private KafkaFramesSource() {}

    /**
     * Makes the source.
     *
     * @param consumer further properties of the consumer, such as credentials
     */
    @SuppressWarnings("deprecation") // the connector's own signature names the old class
    public static KafkaSource<IncomingFrame> create(
            String bootstrapServers, Topics topics, String groupId, Map<String, String> consumer) {
        Properties properties = new Properties();
        properties.putAll(consumer);
        return KafkaSource.<IncomingFrame>builder()
                .setProperties(properties)
                .setBootstrapServers(bootstrapServers)
                .setTopics(topics.frames())
                .setGroupId(groupId)
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setDeserializer(new FrameRecordDeserializer())
                .build();
    }
}
