package io.vedette.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;

/**
 * Gathers records and hands them to the store by size, by time and before each checkpoint.
 *
 * @param <T> what is gathered
 */
final class StoreWriter<T> implements SinkWriter<T> {

    private final Runnable closeStore;
    private final Consumer<List<T>> store;
    private final int maxSize;
    private final Duration maxDelay;
    private final ProcessingTimeService clock;
    private final List<T> gathered = new ArrayList<>();
    private @Nullable ScheduledFuture<?> timer;

    StoreWriter(
            Runnable closeStore,
            Consumer<List<T>> store,
            int maxSize,
            Duration maxDelay,
            ProcessingTimeService clock) {
        this.closeStore = closeStore;
        this.store = store;
        this.maxSize = maxSize;
        this.maxDelay = maxDelay;
        this.clock = clock;
    }

    @Override
    public void write(T element, Context context) {
        gathered.add(element);
        if (gathered.size() >= maxSize) {
            writeGathered();
        } else if (timer == null) {
            long deadline = clock.getCurrentProcessingTime() + maxDelay.toMillis();
            timer = clock.registerTimer(deadline, time -> onTimer());
        }
    }

    @Override
    public void flush(boolean endOfInput) {
        writeGathered();
    }

    @Override
    public void close() {
        closeStore.run();
    }

    private void onTimer() {
        timer = null;
        writeGathered();
    }

    private void writeGathered() {
        if (!gathered.isEmpty()) {
            store.accept(List.copyOf(gathered));
            gathered.clear();
        }
    }
}
