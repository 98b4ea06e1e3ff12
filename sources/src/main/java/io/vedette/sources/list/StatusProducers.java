package io.vedette.sources.list;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes producers that lose nothing, keep the order and give up within seconds. */
record StatusProducers(String bootstrapServers) implements Supplier<Producer<String, byte[]>> {

    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;
    private static final int MOST_RECONNECT_PAUSE_MILLIS = 500;

    @Override
    public Producer<String, byte[]> get() {
        Map<String, Object> config =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        MOST_RECONNECT_PAUSE_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        REQUEST_TIMEOUT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_TIMEOUT_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_TIMEOUT_MILLIS);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
}
