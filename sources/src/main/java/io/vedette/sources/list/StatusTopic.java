package io.vedette.sources.list;

import static java.util.stream.Collectors.toMap;

import io.vedette.schema.CameraStatus;
import io.vedette.schema.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
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
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Thread thread = new Thread(this::run, "status of cameras");

    private final StatusBacklog backlog = new StatusBacklog();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable String problem;

    private StatusTopic(
            String topic,
            Supplier<Producer<String, byte[]>> producers,
            Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
        this.topic = topic;
        this.producers = producers;
    }

    static StatusTopic open(
            String topic,
            Supplier<Producer<String, byte[]>> producers,
            Supplier<Consumer<String, byte[]>> consumers) {
        StatusTopic opened = new StatusTopic(topic, producers, consumers);
        opened.thread.setDaemon(true);
        opened.thread.setContextClassLoader(StatusTopic.class.getClassLoader());
        opened.thread.start();
        return opened;
    }

    @Override
    public void publish(CameraStatus status) {
        backlog.put(status.camera(), Optional.of(status));
    }

    @Override
    public void removed(String camera) {
        backlog.put(camera, Optional.empty());
    }

    @Override
    public void only(Set<String> cameras) {
        backlog.setOnly(cameras);
    }

    @Override
    public void close() {
        closing.countDown();
        backlog.close();
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
            backlog.awaitAny();
            while (!forgetOthers()) {
                awaitRetry();
            }
            Map<String, Optional<CameraStatus>> batch = backlog.take();
            while (!batch.isEmpty()) {
                if (producer == null) {
                    producer = created();
                }
                if (producer == null || !sent(producer, batch)) {
                    backlog.putBack(batch);
                    awaitRetry();
                }
                batch = backlog.take();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Topic {}: nothing is published any more.", topic);
        } catch (RuntimeException e) {
            LOG.error("Topic {}: how cameras do is not published any more.", topic, e);
        } finally {
            Thread.interrupted();
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
        }
    }

    /** Adds tombstones for cameras that an earlier run told of; false if they cannot be known. */
    private boolean forgetOthers() {
        Set<String> kept = backlog.only();
        if (kept == null) {
            return true;
        }
        try {
            Set<String> others = CompactedKeys.read(consumers.get(), topic);
            others.removeAll(kept);
            backlog.putBack(others.stream().collect(toMap(id -> id, id -> Optional.empty())));
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            report(e);
            return e instanceof AuthorizationException; // who may not read may well write
        }
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
