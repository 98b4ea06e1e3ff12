package io.vedette.bench.cameras;

import io.vedette.bench.stand.CameraGauges;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A job that takes a tenth of what its cameras send, for a while. */
final class SlowConsumer {

    private static final long SLOWDOWN = 10L;
    private static final int RATE = 25;
    private static final long SETTLING_MILLIS = 2000;

    /** Each camera may have a frame that waits, one being decoded and one on its way between. */
    private static final long UNDER_WAY = 3;

    /** Of a frame that waits for one of each other camera. */
    private static final long BOUNDED_AGE_MILLIS = 1000;

    private SlowConsumer() {}

    /** Frames of all cameras of a group, of which there are as many as can be. */
    static Measure run(Group group, Duration time) throws Exception {
        group.watch();
        boolean shown = group.awaitFrames();
        Thread.sleep(SETTLING_MILLIS);
        Counts before = Counts.of(group);
        CountingFunction.rememberAges(true);
        CountingFunction.take(TimeUnit.SECONDS.toNanos(SLOWDOWN) / RATE / group.size());
        Thread.sleep(time.toMillis());
        Counts more = Counts.of(group).since(before);
        CountingFunction.take(0);
        CountingFunction.rememberAges(false);
        List<Long> ages = CountingFunction.ages().stream().sorted().toList();
        long p95 = ages.get((ages.size() - 1) * 95 / 100);
        boolean counted = Math.abs(more.uncounted()) <= UNDER_WAY * group.size();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cameras", group.size());
        values.put("seconds", time.toSeconds());
        values.put("decoded", more.decoded());
        values.put("taken", more.taken());
        values.put("dropped", more.dropped());
        values.put("causes", CameraGauges.dropped(group.cameras().get(0).id()).keySet());
        values.put("uncounted", more.uncounted());
        values.put("p95AgeMs", p95);
        values.put("maxAgeMs", ages.get(ages.size() - 1));
        values.put("reconnects", more.reconnects());
        boolean ok = shown && counted && more.reconnects() == 0 && p95 < BOUNDED_AGE_MILLIS;
        return new Measure("slow", ok, values);
    }

    /** Of frames and reconnects of a group. */
    private record Counts(long decoded, long dropped, long taken, long reconnects) {

        static Counts of(Group group) {
            return new Counts(
                    group.decoded(), group.dropped(), CountingFunction.count(), group.reconnects());
        }

        Counts since(Counts before) {
            return new Counts(
                    decoded - before.decoded,
                    dropped - before.dropped,
                    taken - before.taken,
                    reconnects - before.reconnects);
        }

        /** Decoded, but neither taken nor dropped. */
        long uncounted() {
            return decoded - dropped - taken;
        }
    }
}
