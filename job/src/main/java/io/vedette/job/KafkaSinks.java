package io.vedette.job;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameResult;
import io.vedette.sources.FrameRecordSerializer;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The sinks that write to Kafka, at least once: what a checkpoint covers has been acknowledged by
 * all in-sync replicas, and a replay repeats records of the same identity. Order per camera is kept
 * by the key and the idempotent producer.
 */
final class KafkaSinks {

    private final JobSettings.Kafka kafka;

    KafkaSinks(JobSettings.Kafka kafka) {
        this.kafka = kafka;
    }

    KafkaSink<Frame> frames() {
        return sink(new FrameRecordSerializer(kafka.topics()));
    }

    KafkaSink<FrameResult> detections() {
        return sink(new FrameResultSerializer(kafka.topics().detections()));
    }

    KafkaSink<DeadLetter> deadLetters() {
        return sink(new DeadLetterSerializer(kafka.topics().deadLetters()));
    }

    private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> serializer) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setRecordSerializer(serializer)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty(ProducerConfig.ACKS_CONFIG, "all")
                .setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true")
                .setProperty(
                        ProducerConfig.LINGER_MS_CONFIG, Long.toString(kafka.linger().toMillis()))
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .setProperty(
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Integer.toString(kafka.maxRequestSize()))
                .build();
    }
}
