package io.vedette.quickstart;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** The results on a topic as any consumer sees them, from the beginning and as they arrive. */
final class SeenResults implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<FrameResult> seen = new ArrayList<>();

    SeenResults(KafkaBroker broker, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until so many results of a camera were seen, and returns all of that camera. */
    List<FrameResult> await(String camera, int atLeast) {
        return await(camera, results -> results.size() >= atLeast);
    }

    /** Waits until the results of a camera are as wanted, and returns them. */
    List<FrameResult> await(String camera, Predicate<List<FrameResult>> wanted) {
        Awaitility.await("results of camera " + camera)
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            consumer.poll(POLL).forEach(record -> seen.add(result(record.value())));
                            return wanted.test(of(camera));
                        });
        return of(camera);
    }

    /** What was seen of a camera so far, in the order of arrival. */
    List<FrameResult> of(String camera) {
        return seen.stream().filter(result -> result.camera().equals(camera)).toList();
    }

    private static FrameResult result(byte[] json) {
        return Json.read(json, FrameResult.class);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
