package io.vedette.sources.list;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the camera topic from its beginning and on, by one thread, until that is interrupted. The
 * list is told once it is complete; after a failure it is read anew and told when it is complete
 * again. The same failure is logged once.
 */
final class CameraTopicReader {

    private static final Logger LOG = LoggerFactory.getLogger(CameraTopicReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String topic;
    private final CameraTopic.Consumers consumers;
    private final CameraList.Listener listener;
    private final TopicCameras cameras;
    private @Nullable String problem;

    CameraTopicReader(String topic, CameraTopic.Consumers consumers, CameraList.Listener listener) {
        this.topic = topic;
        this.consumers = consumers;
        this.listener = listener;
        this.cameras = new TopicCameras(topic);
    }

    void run() throws InterruptedException {
        while (true) {
            try {
                attempt();
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                report(String.valueOf(e.getMessage()));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void attempt() throws InterruptedException {
        Consumer<String, byte[]> consumer = consumers.get();
        try {
            read(consumer, partitions(consumer));
        } finally {
            consumer.close(CloseOptions.timeout(PAUSE));
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) throws InterruptedException {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        while (found == null || found.isEmpty()) {
            report("it does not exist yet");
            Thread.sleep(PAUSE.toMillis());
            found = consumer.partitionsFor(topic);
        }
        return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    /** Returns when the topic has other partitions. */
    private void read(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        cameras.readAnew();
        boolean complete = false;
        while (consumer.partitionsFor(topic).size() == partitions.size()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(cameras::apply);
            if (!complete && hasReached(consumer, ends)) {
                complete = true;
                problem = null;
                listener.changed(cameras.complete());
            } else if (complete && !records.isEmpty()) {
                listener.changed(cameras.complete());
            }
        }
        LOG.info("Topic {}: its partitions are others now, reading it anew.", topic);
    }

    private static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void report(String found) {
        if (!found.equals(problem)) {
            LOG.warn("Topic {}: {}. The last camera list stays; trying again.", topic, found);
        }
        problem = found;
    }
}
