package io.vedette.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.Frame;
import io.vedette.schema.FrameHeaders;
import io.vedette.schema.Topics;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Frames with a picture as records of the frames topic: key camera, value JPEG, timestamp capture
 * time.
 */
public final class FrameRecordSerializer implements KafkaRecordSerializationSchema<Frame> {

    private static final long serialVersionUID = 1;

    private final Topics topics;

    public FrameRecordSerializer(Topics topics) {
        this.topics = topics;
    }

    /**
     * Makes the record.
     *
     * @throws IllegalArgumentException if the frame carries no picture
     */
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Frame frame, KafkaSinkContext context, @Nullable Long timestamp) {
        if (frame.picture() == null) {
            throw new IllegalArgumentException(
                    "%s must carry a picture on its way to Kafka; set the picture interval to zero."
                            .formatted(frame));
        }
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        topics.frames(),
                        null,
                        frame.capturedAt().toEpochMilli(),
                        frame.camera().getBytes(UTF_8),
                        frame.picture());
        FrameHeaders.of(frame).toMap().forEach(record.headers()::add);
        return record;
    }
}
