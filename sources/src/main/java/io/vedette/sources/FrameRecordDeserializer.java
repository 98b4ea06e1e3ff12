package io.vedette.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads a record of the frames topic. One that is malformed becomes a dead letter, never an error.
 */
final class FrameRecordDeserializer implements KafkaRecordDeserializationSchema<IncomingFrame> {

    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> record, Collector<IncomingFrame> collector) {
        collector.collect(read(record));
    }

    private static IncomingFrame read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new IncomingFrame(frame(record), null);
        } catch (IllegalArgumentException e) {
            return new IncomingFrame(null, letter(record, String.valueOf(e.getMessage())));
        }
    }

    private static Frame frame(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("The key must be the camera's id but is missing.");
        }
        byte[] jpeg = record.value();
        if (jpeg == null || jpeg.length == 0) {
            throw new IllegalArgumentException("The value must be a JPEG but is empty.");
        }
        FrameHeaders headers = FrameHeaders.parse(headers(record));
        return new Frame(
                new String(record.key(), UTF_8),
                headers.sequence(),
                headers.capturedAt(),
                Instant.now(),
                headers.width(),
                headers.height(),
                null,
                jpeg);
    }

    private static Map<String, byte[]> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        return headers;
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new DeadLetter(
                record.key() == null ? null : new String(record.key(), UTF_8),
                "read",
                reason,
                Instant.now(),
                null,
                "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()),
                record.value());
    }

    @Override
    public TypeInformation<IncomingFrame> getProducedType() {
        return TypeInformation.of(IncomingFrame.class);
    }
}
