package io.vedette.operators;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.OutputTag;

/**
 * Turns "a1" into "A1 #n", where n counts the elements of the key. Elements are named key, then
 * anything; those that hold "bad" fail.
 */
final class FakeInference extends BatchInferenceFunction<String, String, String> {

    static final OutputTag<String> FAILED = new OutputTag<>("failed") {};

    final List<List<String>> batches = new CopyOnWriteArrayList<>();

    /** What ran, each with its thread. */
    final List<Call> calls = new CopyOnWriteArrayList<>();

    private final Semaphore gate = new Semaphore(0);
    private final int maxBatchSize;
    private volatile boolean closed;
    private ValueState<Long> count;

    record Call(String method, Thread thread) {
        static Call of(String method) {
            return new Call(method, Thread.currentThread());
        }
    }

    private FakeInference(int maxBatchSize) {
        this.maxBatchSize = maxBatchSize;
    }

    static FakeInference open() {
        FakeInference inference = gated();
        inference.letThrough(1_000_000);
        return inference;
    }

    static FakeInference openWithMaxBatch(int maxBatchSize) {
        FakeInference inference = new FakeInference(maxBatchSize);
        inference.letThrough(1_000_000);
        return inference;
    }

    /** Every call of infer waits for one {@link #letThrough}. */
    static FakeInference gated() {
        return new FakeInference(Integer.MAX_VALUE);
    }

    void letThrough(int batches) {
        gate.release(batches);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
    }

    @Override
    public void load() {
        calls.add(Call.of("load"));
    }

    @Override
    public int maxBatchSize() {
        return maxBatchSize;
    }

    @Override
    public List<String> infer(List<String> batch) throws Exception {
        calls.add(Call.of("infer"));
        gate.acquire();
        batches.add(List.copyOf(batch));
        for (String element : batch) {
            if (element.contains("bad")) {
                throw new IllegalStateException("cannot infer " + element);
            }
            if (element.contains("fatal")) {
                throw new StackOverflowError("fatal");
            }
        }
        if (batch.get(0).contains("lost")) {
            return List.of();
        }
        return batch.stream().map(element -> element.toUpperCase(Locale.ROOT)).toList();
    }

    @Override
    public void onResult(String element, String result, Timing timing, Emitter<String> out)
            throws Exception {
        long seen = count.value() == null ? 1 : count.value() + 1;
        count.update(seen);
        out.collect(result + " #" + seen);
    }

    @Override
    public void onFailure(String element, Exception cause, Emitter<String> out) {
        out.collect(FAILED, cause.getMessage());
    }

    @Override
    public void close() {
        calls.add(Call.of("close"));
        closed = true;
    }
}
