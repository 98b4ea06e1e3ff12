package io.vedette.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FrameResultSerializerTest {

    @Test
    void aRecordHasTheCameraAsKeyTheCaptureTimeAndJson() {
        FrameResult result = Results.result(7);

        ProducerRecord<byte[], byte[]> sent =
                new FrameResultSerializer("plant.detections.v1").serialize(result, null, 99L);

        assertThat(sent.topic()).isEqualTo("plant.detections.v1");
        assertThat(sent.partition()).isNull();
        assertThat(sent.key()).asString(UTF_8).isEqualTo("gate-1");
        assertThat(sent.timestamp()).isEqualTo(7000);
        assertThat(Json.read(sent.value(), FrameResult.class)).isEqualTo(result);
    }
}
