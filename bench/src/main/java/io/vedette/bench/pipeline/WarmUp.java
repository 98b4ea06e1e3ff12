package io.vedette.bench.pipeline;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long something works before it is measured: some time, and then until Java's compiler has
 * hardly anything left to do. A job that runs for weeks compiles in its first minutes only, and on
 * few cores that would be most of what is measured.
 */
final class WarmUp {

    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final double CALM = 0.02;

    /** How many times as long the compiler is waited for at most. */
    private static final int PATIENCE = 24;

    private final Duration least;
    private final LongSupplier compiledMillis;
    private final Duration check;

    WarmUp(Duration least) {
        this(least, WarmUp::compiledMillis, CHECK);
    }

    WarmUp(Duration least, LongSupplier compiledMillis, Duration check) {
        this.least = least;
        this.compiledMillis = compiledMillis;
        this.check = check;
    }

    /** Lets time pass, and fails if what is warmed up does. */
    interface Pause {
        void pause(Duration time) throws Exception;
    }

    /** Returns when all is warm, or when it did not become so in many times the least time. */
    void run(Pause pause) throws Exception {
        pause.pause(least);
        boolean calm = false;
        Duration left = least.multipliedBy(PATIENCE);
        while (!calm && left.compareTo(check) >= 0) {
            long before = compiledMillis.getAsLong();
            pause.pause(check);
            calm = compiledMillis.getAsLong() - before <= CALM * check.toMillis();
            left = left.minus(check);
        }
    }

    /** Processor time of Java's compiler so far; 0 where it does not tell. */
    static long compiledMillis() {
        return Optional.ofNullable(ManagementFactory.getCompilationMXBean())
                .filter(CompilationMXBean::isCompilationTimeMonitoringSupported)
                .map(CompilationMXBean::getTotalCompilationTime)
                .orElse(0L);
    }
}
