package io.vedette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.CameraStatus;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;

/** The topics that a server follows, without a broker. */
record FakeTopics(FakeTopic cameras, FakeTopic statuses)
        implements Function<String, Consumer<String, byte[]>> {

    private static final Topics NAMES = Topics.withDefaultPrefix();

    /** No cameras, and nothing told of any. */
    static FakeTopics empty() {
        return new FakeTopics(new FakeTopic(NAMES.cameras()), new FakeTopic(NAMES.cameraStatus()));
    }

    void tell(CameraStatus status) {
        statuses.put(status.camera(), new String(Json.write(status), UTF_8));
    }

    @Override
    public Consumer<String, byte[]> apply(String topic) {
        return topic.equals(NAMES.cameras()) ? cameras.apply(topic) : statuses.apply(topic);
    }
}
