package io.vedette.bench.cameras;

import io.vedette.bench.stand.TimeCode;
import io.vedette.schema.Frame;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts, for the bench in the same process, the frames of each camera, as slowly as it is told.
 */
public final class CountingFunction extends ProcessFunction<Frame, Frame> {

    private static final long serialVersionUID = 1;
    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();
    private static final Queue<Long> AGES = new ConcurrentLinkedQueue<>();
    private static volatile long nanosPerFrame;
    private static volatile boolean agesWanted;

    static long count(String camera) {
        LongAdder count = COUNTS.get(camera);
        return count == null ? 0 : count.sum();
    }

    static long count() {
        return COUNTS.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Forgets what was counted of some cameras. */
    static void forget(Collection<String> cameras) {
        COUNTS.keySet().removeAll(cameras);
    }

    /** How long each frame takes from now on. */
    static void take(long nanos) {
        nanosPerFrame = nanos;
    }

    /** Begins to remember how old frames are, in milliseconds, or ends it. */
    static void rememberAges(boolean wanted) {
        agesWanted = wanted;
    }

    /** The ages remembered, which are then forgotten. */
    static List<Long> ages() {
        List<Long> ages = List.copyOf(AGES);
        AGES.clear();
        return ages;
    }

    @Override
    public void processElement(Frame frame, Context context, Collector<Frame> frames) {
        if (agesWanted && frame.raster() != null) {
            long now = System.currentTimeMillis();
            TimeCode.read(frame.raster(), now).ifPresent(taken -> AGES.add(now - taken));
        }
        COUNTS.computeIfAbsent(frame.camera(), id -> new LongAdder()).increment();
        long until = System.nanoTime() + nanosPerFrame;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
