package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CameraDirectoryTest {

    private final FakeCameraTopic topic = new FakeCameraTopic();
    private CameraDirectory directory;

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void readsWhatIsThereAndFollowsWhatComes() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        topic.put("belt-1", camera("belt-1", "rtsp://a/2"));
        start();
        await().until(directory::isCaughtUp);
        assertThat(directory.cameras()).containsOnlyKeys("belt-1", "gate");

        topic.put("gate", camera("gate", "rtsp://b/1"));

        await().until(() -> uri("gate").equals("rtsp://b/1"));
        assertThat(directory.cameras()).containsOnlyKeys("belt-1", "gate");
    }

    @Test
    void anEmptyTopicIsCaughtUpWith() {
        start();

        await().until(directory::isCaughtUp);
        assertThat(directory.cameras()).isEmpty();
    }

    @Test
    void aTombstoneRemovesTheCamera() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        start();
        await().until(() -> directory.cameras().containsKey("gate"));

        topic.put("gate", null);

        await().until(() -> directory.cameras().isEmpty());
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

        await().until(directory::isCaughtUp);
        assertThat(directory.cameras()).containsOnlyKeys("gate", "yard");
        assertThat(uri("gate")).isEqualTo("rtsp://a/1");
    }

    @Test
    void waitsForATopicThatDoesNotExistYet() {
        topic.setExists(false);
        start();
        await().until(() -> topic.consumers() > 2);
        assertThat(directory.isCaughtUp()).isFalse();

        topic.setExists(true);

        await().until(directory::isCaughtUp);
    }

    @Test
    void readsTheTopicAnewAfterAFailureAndForgetsWhatWasCompactedAway() {
        topic.put("gate", camera("gate", "rtsp://a/1"));
        topic.put("yard", camera("yard", "rtsp://a/3"));
        start();
        await().until(() -> directory.cameras().size() == 2);
        topic.compactAway("gate");

        topic.fail(new KafkaException("Broker lost"));

        await().until(() -> directory.cameras().size() == 1);
        assertThat(directory.cameras()).containsOnlyKeys("yard");
        assertThat(directory.isCaughtUp()).isTrue();
    }

    private void start() {
        directory = CameraDirectory.start(FakeCameraTopic.NAME, topic, Duration.ofMillis(1));
    }

    private String uri(String id) {
        Camera camera = directory.cameras().get(id);
        return camera.uri();
    }

    private static String camera(String id, String uri) {
        return "{\"id\":\"%s\",\"uri\":\"%s\"}".formatted(id, uri);
    }
}
