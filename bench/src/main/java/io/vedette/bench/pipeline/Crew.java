package io.vedette.bench.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Workers in threads of their own, which share nothing, and how many frames they do in a while. The
 * first that fails ends all, and the measurement.
 */
final class Crew {

    private final LongAdder frames = new LongAdder();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile boolean over;

    private Crew() {}

    /**
     * Measures them.
     *
     * @param warmUp how long they work before that, from when the last was made
     * @param measured how long it takes
     * @throws IOException naming the measurement, if a worker fails
     */
    static Sample measure(
            String name, int workers, Worker.Maker maker, Duration warmUp, Duration measured)
            throws IOException, InterruptedException {
        Crew crew = new Crew();
        Readiness readiness = new Readiness(workers);
        List<Thread> threads =
                IntStream.range(0, workers)
                        .mapToObj(i -> new Thread(() -> crew.work(maker, readiness), name + i))
                        .toList();
        threads.forEach(Thread::start);
        try {
            crew.pause(readiness.all());
            crew.pause(warmUp);
            Usage before = Usage.now();
            long done = crew.frames.sum();
            crew.pause(measured);
            Usage used = Usage.now().since(before);
            return Sample.of(crew.frames.sum() - done, used);
        } catch (ExecutionException e) {
            throw new IOException("%s: %s".formatted(name, e.getCause()), e.getCause());
        } finally {
            crew.over = true;
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** How many workers are still being made. */
    private static final class Readiness {

        private final CompletableFuture<Void> all = new CompletableFuture<>();
        private int missing;

        Readiness(int workers) {
            missing = workers;
        }

        synchronized void one() {
            missing--;
            if (missing == 0) {
                all.complete(null);
            }
        }

        CompletableFuture<Void> all() {
            return all;
        }
    }

    private void work(Worker.Maker maker, Readiness readiness) {
        try (Worker worker = maker.make()) {
            readiness.one();
            while (!over) {
                frames.add(worker.step());
            }
        } catch (Exception | Error e) {
            over = true;
            failure.completeExceptionally(e);
        }
    }

    private void pause(CompletableFuture<Void> until)
            throws ExecutionException, InterruptedException {
        CompletableFuture.anyOf(failure, until).get();
    }

    private void pause(Duration time) throws ExecutionException, InterruptedException {
        try {
            failure.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // as it should be
        }
    }
}
