package io.vedette.quickstart;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads the results of a running job as they come. */
final class ResultReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<FrameResult> seen = new ArrayList<>();

    ResultReader(KafkaBroker kafka, Topics topics) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions = Records.partitions(consumer, topics.detections());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for so many more results of a camera. */
    void await(String camera, int more) {
        int wanted = of(camera).size() + more;
        Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            read(Duration.ofMillis(100));
                            return of(camera).size() >= wanted;
                        });
    }

    /** Reads what is there or comes within a time. */
    void read(Duration within) {
        consumer.poll(within)
                .forEach(record -> seen.add(Json.read(record.value(), FrameResult.class)));
    }

    List<FrameResult> of(String camera) {
        return seen.stream().filter(result -> result.camera().equals(camera)).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
