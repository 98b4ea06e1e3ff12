package io.vedette.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used since some moment.
 *
 * @param nanos time that passed
 * @param cpuNanos processor time of all its threads
 * @param gcMillis time that garbage collections took
 * @param jitMillis time that Java's compiler took
 */
record Usage(long nanos, long cpuNanos, long gcMillis, long jitMillis) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Since moments that only {@link #since} makes anything of. */
    static Usage now() {
        return new Usage(
                System.nanoTime(),
                SYSTEM.getProcessCpuTime(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum(),
                WarmUp.compiledMillis());
    }

    Usage since(Usage before) {
        return new Usage(
                nanos - before.nanos,
                cpuNanos - before.cpuNanos,
                gcMillis - before.gcMillis,
                jitMillis - before.jitMillis);
    }
}
