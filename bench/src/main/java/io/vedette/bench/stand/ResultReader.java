package io.vedette.bench.stand;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what reaches the detections topic from its start on, each result once and those of a camera
 * in order, in a thread of its own, until it is closed.
 */
public final class ResultReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<DeliveredResult> then;
    private final Thread thread = new Thread(this::read, "bench results");
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    /** Results are taken by the broker's clock, so reading them need cost no more than it must. */
    private static final int FETCH_BYTES = 1 << 18;

    private ResultReader(KafkaConsumer<byte[], byte[]> consumer, Consumer<DeliveredResult> then) {
        this.consumer = consumer;
        this.then = then;
    }

    /**
     * Starts it; what is sent after its return is read.
     *
     * @param then told of each result, in the reader's thread
     */
    public static ResultReader start(JobStand stand, Consumer<DeliveredResult> then) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                stand.bootstrapServers(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                                FETCH_BYTES),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(JobStand.TOPICS.detections()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        ResultReader reader = new ResultReader(consumer, then);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                records.forEach(
                        record ->
                                then.accept(
                                        new DeliveredResult(record.value(), record.timestamp())));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /**
     * Does nothing as long as it reads.
     *
     * @throws IOException with the reason why it does not
     */
    public void requireAlive() throws IOException {
        if (failure != null) {
            throw new IOException("the detections could not be read", failure);
        }
    }

    /**
     * Stops it.
     *
     * @throws IOException if it could not read everything
     */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the reader of detections ends");
        }
        requireAlive();
    }
}
