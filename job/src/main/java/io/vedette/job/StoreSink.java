package io.vedette.job;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Snapshot;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.MetricGroup;

/**
 * Writes to the store by identity, so that a replay overwrites.
 *
 * <p>Results are written at least once: everything before a checkpoint is committed in Postgres
 * when the checkpoint completes. While the store is away the writer blocks, which backpressures the
 * job; when it stays away beyond the bounds of the store's own retries, the task fails and Flink's
 * restart strategy takes over. Pictures never fail the task: see {@link ReplaceablePictures}.
 *
 * @param <T> what is written
 */
final class StoreSink<T> implements Sink<T> {

    /** A picture is a hundred times as large as a result. */
    private static final int MOST_PICTURES = 32;

    private static final String PICTURES_DROPPED = "picturesDropped";

    private final Settings settings;
    private final Table<T> table;

    private StoreSink(Settings settings, Table<T> table) {
        this.settings = settings;
        this.table = table;
    }

    /** All results. */
    static StoreSink<FrameResult> results(Settings settings) {
        return new StoreSink<>(settings, (store, metrics) -> store.resultWriter()::write);
    }

    /** The newest picture of each camera. */
    static StoreSink<Snapshot> pictures(Settings settings) {
        int maxSize = Math.min(settings.maxSize(), MOST_PICTURES);
        return new StoreSink<>(
                new Settings(settings.store(), maxSize, settings.maxDelay()),
                (store, metrics) ->
                        new ReplaceablePictures(
                                store.pictureWriter(), metrics.counter(PICTURES_DROPPED)));
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Store store = Store.open(settings.store());
        return new StoreWriter<>(
                store::close,
                table.writer(store, context.metricGroup()),
                settings.maxSize(),
                settings.maxDelay(),
                context.getProcessingTimeService());
    }

    /** Where in the store records go. */
    @FunctionalInterface
    private interface Table<T> extends Serializable {
        Consumer<List<T>> writer(Store store, MetricGroup metrics);
    }

    /**
     * Where records are kept and how they are gathered.
     *
     * @param store the database
     * @param maxSize the most records of one transaction
     * @param maxDelay how long a record waits for others
     */
    public record Settings(StoreSettings store, int maxSize, Duration maxDelay)
            implements Serializable {

        public Settings {
            if (maxSize < 1) {
                throw new IllegalArgumentException(
                        "Store batch size must be positive but was %d.".formatted(maxSize));
            }
            if (maxDelay.isNegative()) {
                throw new IllegalArgumentException(
                        "Store batch delay must not be negative but was %s.".formatted(maxDelay));
            }
        }
    }
}
