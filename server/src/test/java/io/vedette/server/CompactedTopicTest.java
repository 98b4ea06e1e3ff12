package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompactedTopicTest {

    private final FakeTopic topic = new FakeTopic("vedette.cameras.v1");
    private CompactedTopic<Camera> list;

    @AfterEach
    void close() {
        list.close();
    }

    @Test
    void readsWhatIsThereAndFollowsWhatComes() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        topic.put("belt-1", camera("belt-1", "rtsp://a/2"));
        start();
        await().until(list::isCaughtUp);
        assertThat(list.values()).containsOnlyKeys("belt-1", "gate");

        topic.put("gate", camera("gate", "rtsp://b/1"));

        await().until(() -> uri("gate").equals("rtsp://b/1"));
        assertThat(list.values()).containsOnlyKeys("belt-1", "gate");
    }

    @Test
    void anEmptyTopicIsCaughtUpWith() {
        start();

        await().until(list::isCaughtUp);
        assertThat(list.values()).isEmpty();
    }

    @Test
    void aTombstoneRemovesTheCamera() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        start();
        await().until(() -> list.values().containsKey("gate"));

        topic.put("gate", null);

        await().until(() -> list.values().isEmpty());
    }

    @Test
    void whatIsNoCameraIsSkippedAndLeavesTheOldOne() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        topic.put("gate", "{");
        topic.put("gate", "null");
        topic.put("gate", camera("belt", "rtsp://a/2"));
        topic.put("gate", camera("gate", "ftp://user:s3cret@a/2"));
        topic.put("yard", camera("yard", "rtsp://a/3"));
        start();

        await().until(list::isCaughtUp);
        assertThat(list.values()).containsOnlyKeys("gate", "yard");
        assertThat(uri("gate")).isEqualTo("rtsp://a/1");
    }

    @Test
    void waitsForATopicThatDoesNotExistYet() {
        topic.setExists(false);
        start();
        await().until(() -> topic.consumers() > 2);
        assertThat(list.isCaughtUp()).isFalse();

        topic.setExists(true);

        await().until(list::isCaughtUp);
    }

    @Test
    void readsTheTopicAnewAfterAFailureAndForgetsWhatWasCompactedAway() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        topic.put("yard", camera("yard", "rtsp://a/3"));
        start();
        await().until(() -> list.values().size() == 2);
        topic.compactAway("gate");

        topic.fail(new KafkaException("Broker lost"));

        await().until(() -> list.values().size() == 1);
        assertThat(list.values()).containsOnlyKeys("yard");
        assertThat(list.isCaughtUp()).isTrue();
    }

    private void start() {
        list =
                CompactedTopic.follow(
                        "vedette.cameras.v1",
                        Camera.class,
                        Camera::id,
                        topic,
                        Duration.ofMillis(1));
    }

    private String uri(String id) {
        Camera camera = list.values().get(id);
        return camera.uri();
    }

    private static String camera(String id, String uri) {
        return "{\"id\":\"%s\",\"uri\":\"%s\"}".formatted(id, uri);
    }
}
