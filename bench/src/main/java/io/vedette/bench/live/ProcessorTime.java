package io.vedette.bench.live;

import java.time.Duration;

/**
 * The processor time that a process has taken.
 *
 * @param nanos on any core
 * @param at by the clock of {@link System#nanoTime}
 */
record ProcessorTime(long nanos, long at) {

    static ProcessorTime of(ProcessHandle process) {
        return new ProcessorTime(
                process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L),
                System.nanoTime());
    }

    /** How many cores it has kept busy since. */
    double coresSince(ProcessorTime before) {
        return (double) (nanos - before.nanos) / (at - before.at);
    }
}
