package io.vedette.bench.live;

import io.vedette.bench.stand.DeliveredResult;
import io.vedette.bench.stand.JobStand;
import io.vedette.bench.stand.ResultReader;
import io.vedette.bench.stand.Window;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Results as they come back from Kafka. What they say is read only when it is asked for, so that
 * reading it costs no measurement.
 */
final class ResultLog implements AutoCloseable {

    private final Queue<DeliveredResult> results;
    private final ResultReader reader;

    private ResultLog(Queue<DeliveredResult> results, ResultReader reader) {
        this.results = results;
        this.reader = reader;
    }

    /** Collects from now on. */
    static ResultLog start(JobStand stand) {
        Queue<DeliveredResult> results = new ConcurrentLinkedQueue<>();
        return new ResultLog(results, ResultReader.start(stand, results::add));
    }

    void forget() {
        results.clear();
    }

    /** Those that were emitted within a window, in the order in which they came; forgets all. */
    List<Seen> take(Window window) {
        List<Seen> seen =
                results.stream()
                        .map(Seen::of)
                        .filter(result -> window.contains((long) result.emittedAt()))
                        .toList();
        forget();
        return seen;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
