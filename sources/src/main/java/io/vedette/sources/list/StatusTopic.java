package io.vedette.sources.list;

import io.vedette.schema.CameraStatus;
import io.vedette.schema.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to the status topic, by a daemon thread of its own.
 *
 * <p>While the broker is away only the newest status of each camera waits, and is sent when it is
 * back: the topic is late then, but not wrong. The same failure is logged once.
 */
final class StatusTopic implements StatusPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(StatusTopic.class);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final String topic;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Thread thread = new Thread(this::run, "status of cameras");

    /** What is to be told of each camera; nothing means a tombstone. */
    private final Map<String, Optional<CameraStatus>> waiting = new LinkedHashMap<>();

    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable String problem;

    private StatusTopic(String topic, Supplier<Producer<String, byte[]>> producers) {
        this.topic = topic;
        this.producers = producers;
    }

    static StatusTopic open(String topic, Supplier<Producer<String, byte[]>> producers) {
        StatusTopic opened = new StatusTopic(topic, producers);
        opened.thread.setDaemon(true);
        opened.thread.setContextClassLoader(StatusTopic.class.getClassLoader());
        opened.thread.start();
        return opened;
    }

    @Override
    public void publish(CameraStatus status) {
        put(status.camera(), Optional.of(status));
    }

    @Override
    public void removed(String camera) {
        put(camera, Optional.empty());
    }

    private synchronized void put(String camera, Optional<CameraStatus> status) {
        waiting.remove(camera);
        waiting.put(camera, status);
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closing.countDown();
            notifyAll();
        }
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
            thread.interrupt();
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Producer<String, byte[]> producer = null;
        try {
            Map<String, Optional<CameraStatus>> batch = take();
            while (!batch.isEmpty()) {
                if (producer == null) {
                    producer = created();
                }
                if (producer == null || !sent(producer, batch)) {
                    putBack(batch);
                    awaitRetry();
                }
                batch = take();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Topic {}: nothing is published any more.", topic);
        } finally {
            Thread.interrupted();
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
        }
    }

    /** What waits, once there is something; empty when there is nothing and never will be. */
    private synchronized Map<String, Optional<CameraStatus>> take() throws InterruptedException {
        while (waiting.isEmpty() && closing.getCount() > 0) {
            wait();
        }
        Map<String, Optional<CameraStatus>> taken = new LinkedHashMap<>(waiting);
        waiting.clear();
        return taken;
    }

    private synchronized void putBack(Map<String, Optional<CameraStatus>> batch) {
        batch.forEach(waiting::putIfAbsent);
    }

    private void awaitRetry() throws InterruptedException {
        if (closing.await(RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }

    private @Nullable Producer<String, byte[]> created() {
        try {
            return producers.get();
        } catch (KafkaException e) {
            report(e);
            return null;
        }
    }

    /** Whether the broker has all of it. */
    private boolean sent(
            Producer<String, byte[]> producer, Map<String, Optional<CameraStatus>> batch)
            throws InterruptedException {
        try {
            for (Future<RecordMetadata> future :
                    batch.entrySet().stream()
                            .map(entry -> producer.send(record(entry.getKey(), entry.getValue())))
                            .toList()) {
                future.get();
            }
            problem = null;
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            report(e);
        } catch (ExecutionException e) {
            report(e.getCause());
        }
        return false;
    }

    private ProducerRecord<String, byte[]> record(String camera, Optional<CameraStatus> status) {
        return new ProducerRecord<>(topic, camera, status.map(Json::write).orElse(null));
    }

    private void report(@Nullable Throwable cause) {
        String found = String.valueOf(cause == null ? null : cause.getMessage());
        if (!found.equals(problem)) {
            LOG.warn(
                    "Topic {}: how cameras do cannot be published, trying again. {}", topic, found);
        }
        problem = found;
    }
}
