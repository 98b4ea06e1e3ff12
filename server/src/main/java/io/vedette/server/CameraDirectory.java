package io.vedette.server;

import io.vedette.schema.Camera;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * The camera list, followed from the compacted camera topic by one daemon thread.
 *
 * <p>It is complete once {@link #isCaughtUp()}, and stays so: while the broker is away the last
 * known list is served, and after a restart of the consumer the old list stays until the topic has
 * been read again. A value that is no camera is logged and leaves the list as it was.
 */
final class CameraDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CameraDirectory.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Duration retryDelay;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private volatile Map<String, Camera> cameras = Map.of();
    private volatile boolean caughtUp;
    private volatile @Nullable Consumer<String, byte[]> current;
    private boolean missing;

    private CameraDirectory(
            String topic, Supplier<Consumer<String, byte[]>> consumers, Duration retryDelay) {
        this.topic = topic;
        this.consumers = consumers;
        this.retryDelay = retryDelay;
        this.thread = new Thread(this::run, "camera-directory");
        this.thread.setDaemon(true);
    }

    static CameraDirectory start(
            String topic, Supplier<Consumer<String, byte[]>> consumers, Duration retryDelay) {
        CameraDirectory directory = new CameraDirectory(topic, consumers, retryDelay);
        directory.thread.start();
        return directory;
    }

    /** All cameras by id, in the order of their ids. They hold their credentials. */
    Map<String, Camera> cameras() {
        return cameras;
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
            try (Consumer<String, byte[]> consumer = consumers.get()) {
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
        SortedMap<String, Camera> read = new TreeMap<>();
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

    private void publish(SortedMap<String, Camera> read) {
        cameras = new TreeMap<>(read);
        if (!caughtUp) {
            LOG.info("Topic {}: read, {} cameras.", topic, read.size());
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

    private void apply(ConsumerRecord<String, byte[]> record, Map<String, Camera> read) {
        try {
            CameraUpdate update = CameraUpdate.of(record.key(), record.value());
            if (update.camera() == null) {
                read.remove(update.id());
            } else {
                read.put(update.id(), update.camera());
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
