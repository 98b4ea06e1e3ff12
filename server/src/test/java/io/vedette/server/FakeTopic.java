package io.vedette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A topic of two partitions without a broker; a record goes to the one its key's length says. Every
 * consumer reads it from its beginning.
 */
final class FakeTopic implements Function<String, Consumer<String, byte[]>> {

    private final String name;
    private final List<TopicPartition> partitions;
    private final Queue<ConsumerRecord<String, byte[]>> log = new ConcurrentLinkedQueue<>();
    private final long[] ends = new long[2];

    private volatile boolean exists = true;
    private volatile int consumers;
    private volatile @Nullable KafkaException fault;

    FakeTopic(String name) {
        this.name = name;
        this.partitions = List.of(new TopicPartition(name, 0), new TopicPartition(name, 1));
    }

    void put(String key, @Nullable String value) {
        int partition = key.length() % partitions.size();
        byte[] bytes = value == null ? null : value.getBytes(UTF_8);
        log.add(new ConsumerRecord<>(name, partition, ends[partition]++, key, bytes));
    }

    /** Removes everything from the log, as compaction removes what was overwritten. */
    void compactAway(String key) {
        log.removeIf(record -> record.key().equals(key));
    }

    void setExists(boolean exists) {
        this.exists = exists;
    }

    /** Lets the next poll of the current consumer fail. */
    void fail(KafkaException fault) {
        this.fault = fault;
    }

    /** How many consumers were made so far. */
    int consumers() {
        return consumers;
    }

    @Override
    public Consumer<String, byte[]> apply(String topic) {
        consumers++;
        MockConsumer<String, byte[]> consumer = new Reader();
        if (exists) {
            consumer.updatePartitions(name, partitions.stream().map(this::info).toList());
        }
        consumer.updateBeginningOffsets(Map.of(partitions.get(0), 0L, partitions.get(1), 0L));
        consumer.updateEndOffsets(Map.of(partitions.get(0), ends[0], partitions.get(1), ends[1]));
        return consumer;
    }

    private PartitionInfo info(TopicPartition partition) {
        Node node = Node.noNode();
        return new PartitionInfo(name, partition.partition(), node, new Node[0], new Node[0]);
    }

    /** Hands out of the log what it has not read yet. */
    private final class Reader extends MockConsumer<String, byte[]> {

        private final long[] next = new long[partitions.size()];

        Reader() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(java.time.Duration timeout) {
            KafkaException thrown = fault;
            if (thrown != null) {
                fault = null;
                throw thrown;
            }
            for (ConsumerRecord<String, byte[]> record : log) {
                if (record.offset() >= next[record.partition()]) {
                    next[record.partition()] = record.offset() + 1;
                    addRecord(record);
                }
            }
            return super.poll(timeout);
        }
    }
}
