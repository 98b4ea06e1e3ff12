package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class CameraTopicITCase {

    private static final String TOPIC = Topics.withDefaultPrefix().cameras();
    private static final Camera GATE = Camera.of("gate-1", "rtsp://joe:s3cret@192.0.2.7/stream");
    private static final Camera BELT = Camera.of("belt", "file:/belt.mp4");
    private static final Camera YARD = Camera.of("yard", "file:/yard.mp4");

    @Test
    void holdsTheNewCamerasAndForgetsTheOthers(KafkaBroker broker) {
        CameraTopic topic = new CameraTopic(broker.bootstrapServers(), TOPIC);
        topic.replace(List.of(GATE, BELT));

        topic.replace(List.of(GATE, YARD));

        assertThat(cameras(broker)).isEqualTo(Map.of("gate-1", GATE, "yard", YARD));
    }

    private static Map<String, Camera> cameras(KafkaBroker broker) {
        Map<String, Camera> cameras = new HashMap<>();
        Records.read(broker, TOPIC, 5)
                .forEach(
                        record -> {
                            if (record.value() == null) {
                                cameras.remove(record.key());
                            } else {
                                cameras.put(record.key(), Json.read(record.value(), Camera.class));
                            }
                        });
        return cameras;
    }
}
