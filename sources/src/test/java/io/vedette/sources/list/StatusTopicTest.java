package io.vedette.sources.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTopicTest {

    private static final String TOPIC = "vedette.camera-status.v1";
    private static final CameraStatus LIVE =
            CameraStatus.of("gate", CameraState.LIVE, Instant.parse("2026-01-01T00:00:00Z"));
    private static final CameraStatus DISABLED =
            CameraStatus.of("gate", CameraState.DISABLED, Instant.parse("2026-01-01T00:00:01Z"));

    private final FakeCameraTopic earlier = new FakeCameraTopic();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final StatusTopic topic = StatusTopic.open(TOPIC, () -> producer, earlier);

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void aStatusIsTheJsonUnderTheCamerasKeyAndARemovedCameraATombstone() {
        topic.publish(LIVE);
        await().until(() -> producer.history().size() == 1);

        topic.removed("gate");
        await().until(() -> producer.history().size() == 2);

        ProducerRecord<String, byte[]> status = producer.history().get(0);
        assertThat(status.topic()).isEqualTo(TOPIC);
        assertThat(status.key()).isEqualTo("gate");
        assertThat(new String(status.value(), UTF_8))
                .isEqualTo(new String(Json.write(LIVE), UTF_8));
        assertThat(producer.history().get(1).key()).isEqualTo("gate");
        assertThat(producer.history().get(1).value()).isNull();
    }

    @Test
    void whileTheBrokerIsAwayTheNewestOfEachCameraWaitsAndOneFailureIsOneLine() {
        producer.sendException = new TimeoutException("no broker");
        try (LogLines log = LogLines.of(StatusTopic.class)) {
            topic.publish(LIVE);
            await().until(() -> !log.lines().isEmpty());
            topic.publish(DISABLED);

            producer.sendException = null;
            await().until(() -> !producer.history().isEmpty());

            assertThat(values()).containsExactly(DISABLED);
            assertThat(log.lines()).singleElement().asString().contains(TOPIC, "no broker");
        }
    }

    @Test
    void camerasThatAnEarlierRunToldOfGetTombstones() {
        earlier.put(0, 0, "gate", "{}");
        earlier.put(0, 0, "removed", "{}");
        earlier.put(0, 0, "removed", null);
        earlier.put(1, 0, "orphan", "{}");

        topic.only(Set.of("gate"));
        topic.publish(LIVE);
        await().until(() -> producer.history().size() == 2);

        assertThat(producer.history())
                .extracting(record -> record.key() + (record.value() == null ? " gone" : ""))
                .containsExactlyInAnyOrder("orphan gone", "gate");
    }

    @Test
    void whatWaitsAtTheCloseIsSent() {
        topic.publish(LIVE);
        topic.publish(DISABLED);

        topic.close();

        assertThat(values()).endsWith(DISABLED);
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void closingIsPromptWhileTheBrokerIsAway() {
        producer.sendException = new TimeoutException("no broker");
        topic.publish(LIVE);

        topic.close();

        assertThat(
                        Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .filter("status of cameras"::equals))
                .isEmpty();
    }

    private List<CameraStatus> values() {
        return producer.history().stream()
                .map(record -> Json.read(record.value(), CameraStatus.class))
                .toList();
    }
}
