package io.vedette.job;

import io.vedette.schema.FrameResult;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes results to the store, at least once and by identity: everything before a checkpoint is
 * committed in Postgres when the checkpoint completes, and a replay overwrites.
 *
 * <p>While the store is away the writer blocks, which backpressures the job; when it stays away
 * beyond the bounds of the store's own retries, the task fails and Flink's restart strategy takes
 * over.
 */
final class StoreSink implements Sink<FrameResult> {

    private final Settings settings;

    StoreSink(Settings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<FrameResult> createWriter(WriterInitContext context) {
        Store store = Store.open(settings.store());
        return new StoreWriter(
                store::close,
                store.resultWriter()::write,
                settings.maxSize(),
                settings.maxDelay(),
                context.getProcessingTimeService());
    }

    /**
     * Where results are kept and how they are gathered.
     *
     * @param store the database
     * @param maxSize the most results of one transaction
     * @param maxDelay how long a result waits for others
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
