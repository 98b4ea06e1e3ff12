package io.vedette.server;

import io.vedette.schema.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a compacted topic holds, followed by one daemon thread.
 *
 * <p>It is complete once {@link #isCaughtUp()}, and stays so: while the broker is away the last
 * known values are served, and after a restart of the consumer the old ones stay until the topic
 * has been read again. A value that cannot be read is logged and leaves the old one as it was.
 *
 * @param <T> what the topic tells of each key
 */
final class CompactedTopic<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CompactedTopic.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final Class<T> type;
    private final Function<T, String> id;
    private final Function<String, Consumer<String, byte[]>> consumers;
    private final Duration retryDelay;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private volatile Map<String, T> values = Map.of();
    private volatile boolean caughtUp;
    private volatile @Nullable Consumer<String, byte[]> current;
    private boolean missing;

    private CompactedTopic(
            String topic,
            Class<T> type,
            Function<T, String> id,
            Function<String, Consumer<String, byte[]>> consumers,
            Duration retryDelay) {
        this.topic = topic;
        this.type = type;
        this.id = id;
        this.consumers = consumers;
        this.retryDelay = retryDelay;
        this.thread = new Thread(this::run, "follow-" + topic);
        this.thread.setDaemon(true);
    }

    /**
     * Follows a topic from now on.
     *
     * @param type what its values are, in JSON
     * @param id the key that a value belongs to
     * @param consumers makes a consumer for a topic
     */
    static <T> CompactedTopic<T> follow(
            String topic,
            Class<T> type,
            Function<T, String> id,
            Function<String, Consumer<String, byte[]>> consumers,
            Duration retryDelay) {
        CompactedTopic<T> followed = new CompactedTopic<>(topic, type, id, consumers, retryDelay);
        followed.thread.start();
        return followed;
    }

    /** All values by key, in the order of the keys. */
    Map<String, T> values() {
        return values;
    }

    /** Whether the whole topic has been read once. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isOpen()) {
            try (Consumer<String, byte[]> consumer = consumers.apply(topic)) {
                current = consumer;
                if (isOpen()) {
                    follow(consumer);
                }
            } catch (WakeupException e) {
                LOG.debug("Topic {}: reading was interrupted to close.", topic);
            } catch (KafkaException e) {
                LOG.warn(
                        "Topic {}: {}. Reading it again in {} ms.",
                        topic,
                        e.getMessage(),
                        retryDelay.toMillis());
            } finally {
                current = null;
            }
            pause();
        }
    }

    /** Reads the topic from its beginning until closed or the consumer fails. */
    private void follow(Consumer<String, byte[]> consumer) {
        Collection<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            reportMissing();
            return;
        }
        missing = false;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        SortedMap<String, T> read = new TreeMap<>();
        boolean complete = false;
        while (isOpen()) {
            var records = consumer.poll(POLL);
            records.forEach(record -> apply(record, read));
            if (!complete) {
                complete = hasReached(consumer, ends);
            } else if (records.isEmpty()) {
                continue;
            }
            if (complete) {
                publish(read);
            }
        }
    }

    /** Once, however long it takes. */
    private void reportMissing() {
        if (!missing) {
            LOG.warn("Topic {}: does not exist yet.", topic);
        }
        missing = true;
    }

    private void publish(SortedMap<String, T> read) {
        values = new TreeMap<>(read);
        if (!caughtUp) {
            LOG.info("Topic {}: read, {} keys.", topic, read.size());
        }
        caughtUp = true;
    }

    private Collection<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        return found == null
                ? List.of()
                : found.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
    }

    private static boolean hasReached(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void apply(ConsumerRecord<String, byte[]> record, Map<String, T> read) {
        try {
            String key = required(record.key());
            if (record.value() == null) {
                read.remove(key);
            } else {
                read.put(key, valueOf(key, record.value()));
            }
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "Topic {}, partition {}, offset {}: skipped. {}",
                    topic,
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private static String required(@Nullable String key) {
        if (key == null) {
            throw new IllegalArgumentException("The key must be the camera's id but is missing.");
        }
        return key;
    }

    private T valueOf(String key, byte[] json) {
        T value = Json.read(json, type);
        String told = id.apply(value);
        if (!told.equals(key)) {
            throw new IllegalArgumentException(
                    "The key must be the camera's id '%s' but was '%s'.".formatted(told, key));
        }
        return value;
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            if (closed.await(retryDelay.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Topic {}: closed.", topic);
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }
}
