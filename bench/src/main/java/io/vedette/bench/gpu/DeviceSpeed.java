package io.vedette.bench.gpu;

import java.util.Arrays;
import java.util.Locale;

/**
 * How fast batches of a size were.
 *
 * @param type of the numbers that the network takes
 * @param medianMillis of a batch
 */
record DeviceSpeed(
        String model,
        String type,
        String device,
        String way,
        int batch,
        int runs,
        double framesPerSecond,
        double medianMillis,
        double p95Millis) {

    static final String HEADER =
            String.format(
                    Locale.ROOT,
                    "%-20s %-8s %-8s %-6s %5s %10s %10s %10s",
                    "model",
                    "type",
                    "device",
                    "way",
                    "batch",
                    "frames/s",
                    "median ms",
                    "p95 ms");

    /**
     * @param nanos how long each run took
     */
    static DeviceSpeed of(Subject subject, Way way, int batch, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double seconds = Arrays.stream(sorted).sum() / 1e9;
        return new DeviceSpeed(
                subject.name(),
                subject.type(),
                subject.device(),
                way.key(),
                batch,
                sorted.length,
                batch * sorted.length / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.95)] / 1e6);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-20s %-8s %-8s %-6s %5d %10.1f %10.2f %10.2f",
                model,
                type,
                device,
                way,
                batch,
                framesPerSecond,
                medianMillis,
                p95Millis);
    }
}
