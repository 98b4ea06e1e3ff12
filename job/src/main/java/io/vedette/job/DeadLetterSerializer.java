package io.vedette.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.DeadLetter;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as a record: the value is the input that failed, the key its camera if known, and
 * the headers of {@link DeadLetter#headers} say why, where and when.
 */
final class DeadLetterSerializer implements KafkaRecordSerializationSchema<DeadLetter> {

    private final String topic;

    DeadLetterSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(
                topic,
                null,
                letter.failedAt().toEpochMilli(),
                letter.camera() == null ? null : letter.camera().getBytes(UTF_8),
                letter.value(),
                headers(letter));
    }

    private static List<Header> headers(DeadLetter letter) {
        return letter.headers().entrySet().stream()
                .map(
                        entry ->
                                (Header)
                                        new RecordHeader(
                                                entry.getKey(), entry.getValue().getBytes(UTF_8)))
                .toList();
    }
}
