package io.vedette.sources.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A camera topic without a broker. Every consumer reads it from its beginning. */
final class FakeCameraTopic implements CameraTopic.Consumers {

    static final String NAME = "vedette.cameras.v1";

    private static final long serialVersionUID = 1;

    private final transient Queue<ConsumerRecord<String, byte[]>> log =
            new ConcurrentLinkedQueue<>();
    private final transient AtomicInteger consumers = new AtomicInteger();
    private final long[] ends = new long[8];
    private volatile int partitions = 2;
    private transient volatile @Nullable KafkaException fault;

    void put(Camera camera) {
        put(0, 0, camera.id(), new String(Json.write(camera), UTF_8));
    }

    void remove(String id) {
        put(0, 0, id, null);
    }

    void put(int partition, long timestamp, @Nullable String key, @Nullable String value) {
        byte[] bytes = value == null ? null : value.getBytes(UTF_8);
        log.add(
                new ConsumerRecord<>(
                        NAME,
                        partition,
                        ends[partition]++,
                        timestamp,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        bytes,
                        new RecordHeaders(),
                        Optional.empty()));
    }

    /** Removes a record from the log, as compaction removes what was overwritten. */
    void compactAway(int partition, long offset) {
        log.removeIf(record -> record.partition() == partition && record.offset() == offset);
    }

    void setPartitions(int partitions) {
        this.partitions = partitions;
    }

    /** Lets the next poll fail. */
    void fail(KafkaException fault) {
        this.fault = fault;
    }

    /** How many consumers were made so far. */
    int consumers() {
        return consumers.get();
    }

    @Override
    public Consumer<String, byte[]> get() {
        consumers.incrementAndGet();
        return new Reader();
    }

    private final class Reader extends MockConsumer<String, byte[]> {

        private final long[] next = new long[ends.length];

        Reader() {
            super("none");
            Map<TopicPartition, Long> begin = new HashMap<>();
            Map<TopicPartition, Long> end = new HashMap<>();
            for (int i = 0; i < ends.length; i++) {
                begin.put(new TopicPartition(NAME, i), 0L);
                end.put(new TopicPartition(NAME, i), ends[i]);
            }
            updateBeginningOffsets(begin);
            updateEndOffsets(end);
        }

        @Override
        public synchronized List<PartitionInfo> partitionsFor(String topic) {
            Node node = Node.noNode();
            return IntStream.range(0, partitions)
                    .mapToObj(i -> new PartitionInfo(NAME, i, node, new Node[0], new Node[0]))
                    .toList();
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            KafkaException thrown = fault;
            if (thrown != null) {
                fault = null;
                throw thrown;
            }
            for (ConsumerRecord<String, byte[]> record : log) {
                if (record.offset() >= next[record.partition()]
                        && record.partition() < partitions) {
                    next[record.partition()] = record.offset() + 1;
                    addRecord(record);
                }
            }
            ConsumerRecords<String, byte[]> records = super.poll(Duration.ZERO);
            if (records.isEmpty()) {
                pause();
            }
            return records;
        }

        private void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
