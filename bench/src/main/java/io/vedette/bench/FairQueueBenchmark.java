package io.vedette.bench;

import io.vedette.fairness.FairQueue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One element more and one less in a queue in which an element of each camera waits. */
public class FairQueueBenchmark extends Timed {

    private static final int PRIORITIES = 2;

    @Param({"4", "64", "1000"})
    private int cameras;

    private FairQueue<Integer, Integer> queue;

    @Setup
    public void prepare() {
        queue = new FairQueue<>();
        for (int camera = 0; camera < cameras; camera++) {
            add(camera);
        }
    }

    /** The camera that was served sends its next frame. */
    @Benchmark
    public int serve() {
        @Nullable Integer served = queue.poll();
        if (served == null) {
            throw new IllegalStateException("The queue is empty.");
        }
        add(served);
        return served;
    }

    private void add(int camera) {
        queue.add(camera, camera % PRIORITIES, 1 + camera % 3, camera);
    }
}
