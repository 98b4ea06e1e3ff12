package io.vedette.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A result as a record: key camera, value JSON, timestamp the capture time. */
final class FrameResultSerializer implements KafkaRecordSerializationSchema<FrameResult> {

    private final String topic;

    FrameResultSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            FrameResult result, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(
                topic,
                null,
                result.capturedAt().toEpochMilli(),
                result.camera().getBytes(UTF_8),
                Json.write(result));
    }
}
