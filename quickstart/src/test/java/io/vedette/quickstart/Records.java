package io.vedette.quickstart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Puts records on a broker and reads them back. */
final class Records {

    private static final int LARGEST = 8 << 20;

    private Records() {}

    static void send(KafkaBroker broker, String topic, String key, byte[] value) {
        send(broker, topic, key, value, Map.of());
    }

    static void send(
            KafkaBroker broker,
            String topic,
            String key,
            byte[] value,
            Map<String, byte[]> headers) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
            headers.forEach(record.headers()::add);
            producer.send(record);
        }
    }

    /** All records of a topic from its beginning, at least as many as given. */
    static List<ConsumerRecord<String, byte[]>> read(
            KafkaBroker broker, String topic, int atLeast) {
        Map<String, Object> settings =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                                return records.size() >= atLeast;
                            });
            return records;
        }
    }

    /** The partitions of a topic, which a broker may know a moment after it was made. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return Awaitility.await()
                .pollInSameThread()
                .until(
                        () ->
                                consumer.partitionsFor(topic).stream()
                                        .map(info -> new TopicPartition(topic, info.partition()))
                                        .toList(),
                        partitions -> !partitions.isEmpty());
    }
}
