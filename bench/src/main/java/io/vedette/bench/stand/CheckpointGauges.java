package io.vedette.bench.stand;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** What the job of this process reports of its checkpoints. */
public final class CheckpointGauges implements MetricReporter {

    /** How the configuration names it. */
    static final String NAME = "checkpoints";

    private static final String COMPLETED = "numberOfCompletedCheckpoints";
    private static final String FAILED = "numberOfFailedCheckpoints";
    private static final Set<String> WANTED = Set.of(COMPLETED, FAILED);
    private static final Map<String, Metric> METRICS = new ConcurrentHashMap<>();

    /** Found by Flink. */
    public static final class Factory implements MetricReporterFactory {

        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new CheckpointGauges();
        }
    }

    static void clear() {
        METRICS.clear();
    }

    /** Since the job began. */
    public static long completed() {
        return number(COMPLETED);
    }

    /** Since the job began, also those that expired. */
    public static long failed() {
        return number(FAILED);
    }

    private static long number(String name) {
        return METRICS.get(name) instanceof Gauge<?> gauge
                        && gauge.getValue() instanceof Number number
                ? number.longValue()
                : 0;
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (WANTED.contains(name)) {
            METRICS.put(name, metric);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        METRICS.values().remove(metric);
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}
}
