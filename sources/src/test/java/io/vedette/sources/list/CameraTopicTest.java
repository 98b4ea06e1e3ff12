package io.vedette.sources.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class CameraTopicTest {

    private static final Camera GATE = Camera.of("gate", "rtsp://joe:s3cret@192.0.2.7/live");
    private static final Camera MOVED = Camera.of("gate", "rtsp://192.0.2.7/other");
    private static final Camera YARD =
            new Camera("yard", "rtsp://192.0.2.8/live", null, null, 5, 0.5, true, null);
    private static final String MOVED_JSON =
            "{\"id\": \"gate\", \"uri\": \"rtsp://192.0.2.7/other\"}";
    private static final String GATE_JSON =
            "{\"id\": \"gate\", \"uri\": \"rtsp://joe:s3cret@192.0.2.7/live\"}";

    private static final String YARD_JSON =
            "{\"id\": \"yard\", \"uri\": \"rtsp://192.0.2.8/live\", \"priority\": 5, \"weight\": 0.5}";

    private final FakeCameraTopic topic = new FakeCameraTopic();

    @Test
    void theListIsToldOnceItWasReadToItsEndAndAtEveryChange() {
        topic.put(GATE);
        topic.put(YARD);
        topic.remove("yard");
        try (FollowedList list = followed()) {
            list.awaitList(GATE);

            topic.put(YARD);
            list.awaitList(GATE, YARD);
            topic.remove("gate");
            list.awaitList(YARD);

            assertThat(list.told()).first().isEqualTo(List.of(GATE));
        }
    }

    @Test
    void aTopicWithoutCamerasIsAListWithoutCameras() {
        try (FollowedList list = followed()) {
            list.awaitList();
        }
    }

    @Test
    void aTopicThatIsMissingIsAwaited() {
        topic.setPartitions(0);
        try (LogLines log = LogLines.of(CameraTopicReader.class);
                FollowedList list = followed()) {
            await().until(() -> !log.lines().isEmpty());
            topic.put(GATE);

            topic.setPartitions(2);

            list.awaitList(GATE);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(FakeCameraTopic.NAME, "does not exist yet");
        }
    }

    @Test
    void aWrongRecordLeavesItsCameraAsItWasAndIsLoggedOnceWithoutCredentials() {
        topic.put(GATE);
        topic.put(0, 0, "gate", "{\"id\": \"gate\", \"uri\": \"gopher://joe:s3cret@h/x\"}");
        topic.put(0, 0, "yard", "s3cret");
        topic.put(0, 0, "yard", GATE_JSON);
        topic.put(0, 0, null, GATE_JSON);
        try (LogLines log = LogLines.of(TopicCameras.class);
                FollowedList list = followed()) {
            list.awaitList(GATE);
            topic.fail(new KafkaException("away"));
            await().until(() -> topic.consumers() == 2);
            topic.put(YARD);
            list.awaitList(GATE, YARD);

            assertThat(log.lines())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).doesNotContain("s3cret"))
                    .first()
                    .asString()
                    .contains(FakeCameraTopic.NAME, "partition 0", "offset 1", "'gate'", "gopher");
        }
    }

    @Test
    void aCameraWhoseLastGoodRecordIsGoneStaysAsItWas() {
        topic.put(GATE);
        topic.put(YARD);
        try (FollowedList list = followed()) {
            list.awaitList(GATE, YARD);
            topic.put(0, 0, "gate", "no camera");
            topic.compactAway(0, 0);

            topic.fail(new KafkaException("away"));
            await().until(() -> topic.consumers() == 2);
            topic.remove("yard");

            list.awaitList(GATE);
        }
    }

    @Test
    void theLastListStaysWhileTheBrokerIsAwayAndOneFailureIsOneLine() {
        topic.put(GATE);
        try (LogLines log = LogLines.of(CameraTopicReader.class);
                FollowedList list = followed()) {
            list.awaitList(GATE);

            topic.fail(new KafkaException("away"));
            await().until(() -> topic.consumers() == 2);
            topic.fail(new KafkaException("away"));
            await().until(() -> topic.consumers() == 3);
            topic.put(YARD);
            list.awaitList(GATE, YARD);

            assertThat(list.told()).containsExactly(List.of(GATE), List.of(GATE, YARD));
            assertThat(log.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("away"));
        }
    }

    @Test
    void theYoungerOfTwoPartitionsCountsHoweverTheyAreRead() {
        topic.put(0, 2_000, "gate", MOVED_JSON);
        topic.put(1, 1_000, "gate", GATE_JSON);
        try (FollowedList list = followed()) {
            list.awaitList(MOVED);

            topic.put(1, 3_000, "gate", null);
            list.awaitList();
            topic.put(0, 2_500, "gate", MOVED_JSON);
            topic.put(YARD);
            list.awaitList(YARD);
        }
    }

    @Test
    void withinAPartitionTheLaterRecordCountsWhateverItsTime() {
        topic.put(0, 2_000, "gate", GATE_JSON);
        topic.put(0, 1_000, "gate", MOVED_JSON);
        try (FollowedList list = followed()) {
            list.awaitList(MOVED);
        }
    }

    @Test
    void aPartitionThatIsAddedIsRead() {
        topic.put(GATE);
        try (FollowedList list = followed()) {
            list.awaitList(GATE);
            topic.put(2, 0, "yard", YARD_JSON);

            topic.setPartitions(3);

            list.awaitList(GATE, YARD);
        }
    }

    @Test
    void travelsToTheJobManager() throws Exception {
        CameraList list = CameraList.topic("127.0.0.1:9092", FakeCameraTopic.NAME);

        assertThat(InstantiationUtil.clone(list)).isInstanceOf(CameraTopic.class);
        assertThat(InstantiationUtil.clone(StatusChannel.topic("127.0.0.1:9092", "status")))
                .isNotNull();
    }

    private FollowedList followed() {
        return new FollowedList(new CameraTopic(FakeCameraTopic.NAME, topic));
    }
}
