package io.vedette.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaFramesTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:45:24.123456Z");
    private static final Frame FRAME =
            new Frame("gate-1", 7, AT, AT, 640, 360, null, new byte[] {1, 2, 3});

    private final FrameRecordSerializer serializer =
            new FrameRecordSerializer(Topics.withDefaultPrefix());
    private final FrameRecordDeserializer deserializer = new FrameRecordDeserializer();

    @Test
    void aFrameSurvivesKafka() {
        ProducerRecord<byte[], byte[]> record = serializer.serialize(FRAME, null, null);

        Frame read = read(consumed(record)).frame();

        assertThat(record.topic()).isEqualTo("vedette.frames.v1");
        assertThat(record.timestamp()).isEqualTo(AT.toEpochMilli());
        assertThat(read)
                .isEqualTo(
                        new Frame(
                                "gate-1",
                                7,
                                AT,
                                read.arrivedAt(),
                                640,
                                360,
                                null,
                                FRAME.picture()));
        assertThat(read.arrivedAt()).isAfter(AT);
    }

    @Test
    void aFrameWithoutAPictureCannotGoToKafka() {
        Frame bare = new Frame("gate-1", 7, AT, AT, 640, 360, null, null);

        assertThatThrownBy(() -> serializer.serialize(bare, null, null))
                .hasMessageContaining("gate-1")
                .hasMessageContaining("must carry a picture");
    }

    @Test
    void aRecordWithoutAKeyIsADeadLetter() {
        ConsumerRecord<byte[], byte[]> record = consumed(null, new byte[] {1});

        DeadLetter letter = read(record).deadLetter();

        assertThat(letter.reason()).isEqualTo("The key must be the camera's id but is missing.");
        assertThat(letter.camera()).isNull();
        assertThat(letter.origin()).isEqualTo("frames-3@42");
        assertThat(letter.value()).containsExactly(1);
    }

    @Test
    void aRecordWithoutHeadersIsADeadLetter() {
        DeadLetter letter = read(consumed("gate-1".getBytes(UTF_8), new byte[] {1})).deadLetter();

        assertThat(letter.camera()).isEqualTo("gate-1");
        assertThat(letter.reason()).contains("captured-at", "sequence", "width", "height");
    }

    @Test
    void aRecordWithABadCameraIdIsADeadLetter() {
        ProducerRecord<byte[], byte[]> good = serializer.serialize(FRAME, null, null);
        ConsumerRecord<byte[], byte[]> record = consumed("Gate 1".getBytes(UTF_8), good.value());
        good.headers().forEach(record.headers()::add);

        assertThat(read(record).deadLetter().reason()).contains("Camera id", "Gate 1");
    }

    @Test
    void anEmptyRecordIsADeadLetter() {
        for (byte[] value : new byte[][] {null, {}}) {
            DeadLetter letter = read(consumed("gate-1".getBytes(UTF_8), value)).deadLetter();

            assertThat(letter.reason()).isEqualTo("The value must be a JPEG but is empty.");
        }
    }

    @Test
    void nothingFallsBackToGenericSerialization() {
        assertThat(TypeInformation.of(IncomingFrame.class)).isInstanceOf(PojoTypeInfo.class);
        assertThat(deserializer.getProducedType()).isInstanceOf(PojoTypeInfo.class);
        assertThat(SplitIncomingFunction.DEAD_LETTERS.getTypeInfo())
                .isInstanceOf(PojoTypeInfo.class);
        assertThat(TypeInformation.of(Frame.class)).isInstanceOf(PojoTypeInfo.class);
    }

    @Test
    void theSourceSurvivesTheWayToTheCluster() throws Exception {
        Object source =
                KafkaFramesSource.create(
                        "127.0.0.1:9", Topics.withDefaultPrefix(), "vedette", Map.of("k", "v"));

        assertThat(InstantiationUtil.isSerializable(source)).isTrue();
    }

    private IncomingFrame read(ConsumerRecord<byte[], byte[]> record) {
        List<IncomingFrame> read = new ArrayList<>();
        deserializer.deserialize(record, new ListCollector<>(read));
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
        ConsumerRecord<byte[], byte[]> consumed = consumed(record.key(), record.value());
        record.headers().forEach(consumed.headers()::add);
        return consumed;
    }

    private static ConsumerRecord<byte[], byte[]> consumed(byte[] key, byte[] value) {
        return new ConsumerRecord<>("frames", 3, 42, key, value);
    }
}
