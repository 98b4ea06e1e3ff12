package io.vedette.operators.inference;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Engines that turn "a1" into "A1". Elements are named key, then anything; those that hold "bad"
 * fail, "fatal" is an error, "lost" gets no result, and "hang" hangs until {@link #letGo}.
 */
final class FakeEngines implements InferenceEngineFactory<String, String> {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final List<List<String>> batches = new CopyOnWriteArrayList<>();

    /** What ran, each with its thread. */
    final List<Call> calls = new CopyOnWriteArrayList<>();

    final AtomicInteger open = new AtomicInteger();

    private final String name = "fake-" + NUMBER.incrementAndGet();
    private final Semaphore gate = new Semaphore(0);
    private final Semaphore hang = new Semaphore(0);
    private int maxBatchSize = Integer.MAX_VALUE;
    private int roomFor = Integer.MAX_VALUE;
    private int preferredEngines = 1;
    private volatile boolean broken;
    private volatile boolean unmakeable;

    record Call(String method, Thread thread) {
        static Call of(String method) {
            return new Call(method, Thread.currentThread());
        }
    }

    private FakeEngines() {}

    static FakeEngines open() {
        FakeEngines engines = gated();
        engines.letThrough(1_000_000);
        return engines;
    }

    /** Every call of infer waits for one {@link #letThrough}. */
    static FakeEngines gated() {
        return new FakeEngines();
    }

    FakeEngines withMaxBatch(int size) {
        maxBatchSize = size;
        return this;
    }

    /** Larger batches do not fit into the memory of the device. */
    FakeEngines withRoomFor(int size) {
        roomFor = size;
        return this;
    }

    FakeEngines preferring(int engines) {
        preferredEngines = engines;
        return this;
    }

    void letThrough(int batches) {
        gate.release(batches);
    }

    void letGo() {
        hang.release(1_000);
    }

    /** From now on everything fails, or no longer. */
    void breakDown(boolean now) {
        broken = now;
    }

    /** From now on no engine can be made, or again. */
    void refuse(boolean now) {
        unmakeable = now;
    }

    /** Waits until an engine was given its first batch. */
    void awaitFirstRun() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> count("infer") > 0);
    }

    long count(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).count();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InferenceEngine<String, String> create(Place place) {
        calls.add(Call.of("create"));
        if (unmakeable) {
            throw new IllegalStateException("no engine can be made");
        }
        open.incrementAndGet();
        return new Engine();
    }

    private final class Engine implements InferenceEngine<String, String> {

        @Override
        public String device() {
            return "fake";
        }

        @Override
        public int maxBatchSize() {
            return maxBatchSize;
        }

        @Override
        public int preferredEngines() {
            return preferredEngines;
        }

        @Override
        public List<String> infer(List<String> batch) throws Exception {
            calls.add(Call.of("infer"));
            gate.acquire();
            batches.add(List.copyOf(batch));
            if (batch.size() > roomFor) {
                throw new DeviceMemoryException("no room for " + batch.size(), null);
            }
            for (String element : batch) {
                inferOne(element);
            }
            if (batch.get(0).contains("lost")) {
                return List.of();
            }
            return batch.stream().map(element -> element.toUpperCase(Locale.ROOT)).toList();
        }

        private void inferOne(String element) {
            if (broken || element.contains("bad")) {
                throw new IllegalStateException("cannot infer " + element);
            }
            if (element.contains("fatal")) {
                throw new StackOverflowError("fatal");
            }
            if (element.contains("hang")) {
                hang.acquireUninterruptibly();
            }
        }

        @Override
        public void close() {
            calls.add(Call.of("close"));
            open.decrementAndGet();
        }
    }
}
