package io.vedette.sources.list;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The keys that a compacted topic holds a value of, read once. */
final class CompactedKeys {

    private static final Duration POLL = Duration.ofMillis(500);

    private CompactedKeys() {}

    /**
     * Reads the topic to its present end and closes the consumer.
     *
     * @throws org.apache.kafka.common.KafkaException if that fails
     */
    static Set<String> read(Consumer<String, byte[]> consumer, String topic) {
        try {
            return read(consumer, partitions(consumer.partitionsFor(topic)));
        } finally {
            consumer.close(CloseOptions.timeout(POLL));
        }
    }

    private static List<TopicPartition> partitions(@Nullable List<PartitionInfo> found) {
        return found == null
                ? List.of()
                : found.stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
    }

    private static Set<String> read(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Set<String> keys = new HashSet<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.value() == null) {
                    keys.remove(record.key());
                } else if (record.key() != null) {
                    keys.add(record.key());
                }
            }
        }
        return keys;
    }
}
