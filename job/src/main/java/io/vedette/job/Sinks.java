package io.vedette.job;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Snapshot;
import org.apache.flink.api.connector.sink2.Sink;
import org.jspecify.annotations.Nullable;

/**
 * Where the job's records go.
 *
 * @param frames undetected frames, in mode ingest
 * @param detections one result per inferred frame
 * @param deadLetters what could not be processed
 * @param store the results again, for queries; null where they stay on Kafka only
 * @param pictures the newest picture of each camera; null where none is kept
 */
record Sinks(
        Sink<Frame> frames,
        Sink<FrameResult> detections,
        Sink<DeadLetter> deadLetters,
        @Nullable Sink<FrameResult> store,
        @Nullable Sink<Snapshot> pictures) {

    /** The sinks that the settings name. */
    static Sinks of(JobSettings settings) {
        KafkaSinks kafka = new KafkaSinks(settings.kafka());
        StoreSink.Settings store = settings.store();
        return new Sinks(
                kafka.frames(),
                kafka.detections(),
                kafka.deadLetters(),
                store == null ? null : StoreSink.results(store),
                store == null ? null : StoreSink.pictures(store));
    }
}
