package io.vedette.sources.list;

import io.vedette.schema.CameraStatus;
import java.io.Serializable;
import java.util.Set;

/** Where it is told how cameras do. It travels to the JobManager, which tells it there. */
public interface StatusChannel extends Serializable {

    StatusPublisher open();

    /** Nowhere. */
    static StatusChannel none() {
        return Silence::new;
    }

    /**
     * A compacted topic: key camera id, value the status as JSON, a tombstone for a removed one.
     */
    static StatusChannel topic(String bootstrapServers, String topic) {
        return () ->
                StatusTopic.open(
                        topic,
                        new StatusProducers(bootstrapServers),
                        new TopicConsumers(bootstrapServers));
    }

    /** Tells nobody. */
    final class Silence implements StatusPublisher {

        private Silence() {}

        @Override
        public void publish(CameraStatus status) {}

        @Override
        public void removed(String camera) {}

        @Override
        public void only(Set<String> cameras) {}

        @Override
        public void close() {}
    }
}
