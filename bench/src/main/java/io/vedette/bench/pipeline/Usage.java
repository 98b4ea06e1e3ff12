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
 */
record Usage(long nanos, long cpuNanos, long gcMillis) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Since moments that only {@link #since} makes anything of. */
    static Usage now() {
        return new Usage(
                System.nanoTime(),
                SYSTEM.getProcessCpuTime(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum());
    }

    Usage since(Usage before) {
        return new Usage(
                nanos - before.nanos, cpuNanos - before.cpuNanos, gcMillis - before.gcMillis);
    }
}
