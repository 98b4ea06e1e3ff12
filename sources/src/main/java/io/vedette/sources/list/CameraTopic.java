package io.vedette.sources.list;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/** A list on the compacted camera topic. */
final class CameraTopic implements CameraList {

    private static final long serialVersionUID = 1;

    /** Makes the consumers of the topic. */
    interface Consumers extends Supplier<Consumer<String, byte[]>>, Serializable {}

    private final String topic;
    private final Consumers consumers;

    CameraTopic(String topic, Consumers consumers) {
        this.topic = topic;
        this.consumers = consumers;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void follow(Listener listener) throws InterruptedException {
        try {
            new CameraTopicReader(topic, consumers, listener).run();
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }
}
