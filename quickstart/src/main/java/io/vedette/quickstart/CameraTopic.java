package io.vedette.quickstart;

import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The camera topic of a broker, from which job and server learn what is watched. */
final class CameraTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final String topic;

    CameraTopic(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Makes the topic hold these cameras and no other; all is written when it returns. */
    void replace(List<Camera> cameras) {
        Set<String> gone = ids();
        cameras.forEach(camera -> gone.remove(camera.id()));
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            Stream.concat(
                            gone.stream().map(id -> record(id, null)),
                            cameras.stream().map(camera -> record(camera.id(), Json.write(camera))))
                    .<Future<?>>map(producer::send)
                    .toList()
                    .forEach(CameraTopic::await);
        }
    }

    private ProducerRecord<String, byte[]> record(String id, byte @Nullable [] camera) {
        return new ProducerRecord<>(topic, id, camera);
    }

    /** The ids of the cameras that the topic holds now. */
    private Set<String> ids() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return readAll(consumer);
        }
    }

    private Set<String> readAll(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Set<String> ids = new HashSet<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL)
                    .forEach(
                            record -> {
                                if (record.value() == null) {
                                    ids.remove(record.key());
                                } else {
                                    ids.add(record.key());
                                }
                            });
        }
        return ids;
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The camera list cannot be written", e.getCause());
        }
    }
}
