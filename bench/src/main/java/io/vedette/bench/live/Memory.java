package io.vedette.bench.live;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * Java's memory in the process of the job, which is this one.
 *
 * @param heapMb that objects take, those that are no longer needed included
 * @param collectionMs time that collections took
 */
public record Memory(long heapMb, long collectionMs) {

    private static final int MB = 20;

    /** Since the process began. */
    static Memory now() {
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> MB,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum());
    }

    Memory since(Memory before) {
        return new Memory(heapMb, collectionMs - before.collectionMs);
    }
}
