package io.vedette.sources.list;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Makes consumers that read a whole topic, without a group and without commits. Where the topic is
 * made anew while it is read, they fail rather than go on as if nothing was.
 */
record TopicConsumers(String bootstrapServers) implements CameraTopic.Consumers {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int METADATA_MAX_AGE_MILLIS = 30_000;
    private static final int MOST_RECONNECT_PAUSE_MILLIS = 500;

    @Override
    public Consumer<String, byte[]> get() {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        METADATA_MAX_AGE_MILLIS,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        MOST_RECONNECT_PAUSE_MILLIS,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
