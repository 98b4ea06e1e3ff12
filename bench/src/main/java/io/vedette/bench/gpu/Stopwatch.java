package io.vedette.bench.gpu;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Times runs one by one for a while, after some that are not counted.
 *
 * @param duration how long runs are counted
 */
record Stopwatch(Duration duration) {

    private static final int LEAST_RUNS = 5;

    /** Something that is timed. */
    interface Run {
        void run() throws Exception;
    }

    /** How long each run took, in nanoseconds. */
    long[] time(Run run) throws Exception {
        runFor(duration.dividedBy(4), 2, run);
        return runFor(duration, LEAST_RUNS, run);
    }

    private static long[] runFor(Duration time, int leastRuns, Run run) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        long start = System.nanoTime();
        long last = start;
        for (int runs = 0; runs < leastRuns || last - start < time.toNanos(); runs++) {
            run.run();
            long now = System.nanoTime();
            nanos.add(now - last);
            last = now;
        }
        return nanos.build().toArray();
    }
}
