package io.vedette.sources.list;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraUri;
import io.vedette.schema.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras that the records of the camera topic make.
 *
 * <p>Within a partition the later record counts. Producers that choose partitions in different ways
 * put records of one camera into two partitions, where both stay: there the younger one counts, by
 * its timestamp, however the partitions come to be read.
 *
 * <p>A record that is wrong leaves its camera as it was and is logged once.
 */
final class TopicCameras {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCameras.class);

    private final String topic;
    private final Map<Integer, Long> reported = new HashMap<>();
    private final Map<String, Known> known = new TreeMap<>();
    private Map<String, Known> complete = Map.of();

    /** The newest of a camera; without a camera it was removed. */
    private record Known(@Nullable Camera camera, int partition, long timestamp) {

        boolean isBefore(ConsumerRecord<?, ?> record) {
            return record.partition() == partition || record.timestamp() >= timestamp;
        }
    }

    TopicCameras(String topic) {
        this.topic = topic;
    }

    /** Begins anew; of what was complete, only what a wrong record leaves as it was is kept. */
    void readAnew() {
        known.clear();
    }

    /** The cameras by the order of their ids, now that all records were read. */
    List<Camera> complete() {
        complete = Map.copyOf(known);
        return known.values().stream().map(Known::camera).filter(Objects::nonNull).toList();
    }

    void apply(ConsumerRecord<String, byte[]> record) {
        try {
            String id = id(record);
            Camera camera = camera(record);
            Known newest = known.get(id);
            if (newest == null || newest.isBefore(record)) {
                known.put(id, new Known(camera, record.partition(), record.timestamp()));
            }
        } catch (IllegalArgumentException e) {
            leave(record);
            report(record, CameraUri.redact(String.valueOf(e.getMessage())));
        }
    }

    private void leave(ConsumerRecord<String, byte[]> record) {
        Known former = record.key() == null ? null : complete.get(record.key());
        if (former != null) {
            known.putIfAbsent(record.key(), former);
        }
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("The key must be the camera's id but is missing.");
        }
        return record.key();
    }

    private static @Nullable Camera camera(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        Camera camera = Json.read(record.value(), Camera.class);
        if (!camera.id().equals(record.key())) {
            throw new IllegalArgumentException(
                    "The key must be the camera's id '%s'.".formatted(camera.id()));
        }
        return camera;
    }

    private void report(ConsumerRecord<String, byte[]> record, String reason) {
        long last = reported.getOrDefault(record.partition(), -1L);
        if (record.offset() > last) {
            reported.put(record.partition(), record.offset());
            LOG.warn(
                    "Topic {}, partition {}, offset {}, key '{}': the camera stays as it was. {}",
                    topic,
                    record.partition(),
                    record.offset(),
                    shown(record.key()),
                    reason);
        }
    }

    /** Keys of others may be anything, even a uri. */
    private static @Nullable String shown(@Nullable String key) {
        return key == null ? null : CameraUri.redact(key);
    }
}
