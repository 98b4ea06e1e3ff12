package io.vedette.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A coordinator whose thread is that of the test: what is to run there runs when it says so. */
final class FakeEnumeratorContext implements SplitEnumeratorContext<CameraSplit> {

    private final int parallelism;
    private final Map<Integer, ReaderInfo> readers = new HashMap<>();
    private final Map<Integer, List<List<CameraSplit>>> lists = new HashMap<>();
    private final List<Integer> finished = new ArrayList<>();
    private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    FakeEnumeratorContext(int parallelism) {
        this.parallelism = parallelism;
    }

    void register(int subtask) {
        readers.put(subtask, new ReaderInfo(subtask, "localhost"));
    }

    void unregister(int subtask) {
        readers.remove(subtask);
    }

    /** Runs what somebody wants to have run, once there is something. */
    void runNext() throws InterruptedException {
        Runnable action = actions.poll(5, TimeUnit.SECONDS);
        if (action == null) {
            throw new AssertionError("Nothing was to be run.");
        }
        action.run();
    }

    /** All lists that a reader was told, in order. */
    List<List<CameraSplit>> lists(int subtask) {
        return lists.getOrDefault(subtask, List.of());
    }

    /** The list that a reader was told last. */
    List<CameraSplit> list(int subtask) {
        List<List<CameraSplit>> told = lists(subtask);
        return told.get(told.size() - 1);
    }

    List<Integer> finished() {
        return finished;
    }

    void close() {
        closed = true;
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
        return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
    }

    @Override
    public void sendEventToSourceReader(int subtask, SourceEvent event) {
        if (!readers.containsKey(subtask)) {
            throw new IllegalStateException("Subtask %d is not registered.".formatted(subtask));
        }
        lists.computeIfAbsent(subtask, s -> new ArrayList<>())
                .add(((CameraListEvent) event).cameras());
    }

    @Override
    public int currentParallelism() {
        return parallelism;
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return readers;
    }

    @Override
    public void assignSplits(SplitsAssignment<CameraSplit> assignment) {
        throw new AssertionError("Cameras are told, never assigned.");
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        finished.add(subtask);
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> void callAsync(
            Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        if (closed) {
            throw new RejectedExecutionException();
        }
        actions.add(runnable);
    }
}
