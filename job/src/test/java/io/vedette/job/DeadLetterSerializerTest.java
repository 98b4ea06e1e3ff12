package io.vedette.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.DeadLetter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterSerializerTest {

    private static final Instant FAILED_AT = Instant.parse("2026-01-01T00:00:01Z");
    private static final Instant CAPTURED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] INPUT = {1, 2, 3};

    private final DeadLetterSerializer serializer =
            new DeadLetterSerializer("plant.dead-letters.v1");

    @Test
    void aRecordIsTheInputAndItsHeadersSayWhy() {
        DeadLetter letter =
                new DeadLetter(
                        "gate-1", "decode", "no JPEG", FAILED_AT, CAPTURED_AT, "frames-0@5", INPUT);

        ProducerRecord<byte[], byte[]> sent = serializer.serialize(letter, null, null);

        assertThat(sent.topic()).isEqualTo("plant.dead-letters.v1");
        assertThat(sent.key()).asString(UTF_8).isEqualTo("gate-1");
        assertThat(sent.timestamp()).isEqualTo(FAILED_AT.toEpochMilli());
        assertThat(sent.value()).isEqualTo(INPUT);
        assertThat(headers(sent))
                .isEqualTo(
                        Map.of(
                                "stage", "decode",
                                "reason", "no JPEG",
                                "failed-at", "2026-01-01T00:00:01Z",
                                "captured-at", "2026-01-01T00:00:00Z",
                                "origin", "frames-0@5"));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        DeadLetter letter = new DeadLetter(null, "read", "no key", FAILED_AT, null, null, null);

        ProducerRecord<byte[], byte[]> sent = serializer.serialize(letter, null, null);

        assertThat(sent.key()).isNull();
        assertThat(sent.value()).isNull();
        assertThat(headers(sent)).containsOnlyKeys("stage", "reason", "failed-at");
    }

    private static Map<String, String> headers(ProducerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }
}
