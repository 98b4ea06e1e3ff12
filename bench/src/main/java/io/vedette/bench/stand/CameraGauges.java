package io.vedette.bench.stand;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.jspecify.annotations.Nullable;

/** What the job of this process reports of its cameras, as any monitoring would see it. */
public final class CameraGauges implements MetricReporter {

    /** How the configuration names it. */
    public static final String NAME = "cameras";

    private static final Map<String, Metric> METRICS = new ConcurrentHashMap<>();

    /** Found by Flink. */
    public static final class Factory implements MetricReporterFactory {

        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new CameraGauges();
        }
    }

    public static void clear() {
        METRICS.clear();
    }

    /** Connecting before it is known. */
    public static CameraState state(String camera) {
        int code = code(camera, "state");
        return Arrays.stream(CameraState.values())
                .filter(state -> state.code() == code)
                .findFirst()
                .orElse(CameraState.CONNECTING);
    }

    public static @Nullable CameraCause cause(String camera) {
        int code = code(camera, "causeCode");
        return Arrays.stream(CameraCause.values())
                .filter(cause -> cause.code() == code)
                .findFirst()
                .orElse(null);
    }

    private static int code(String camera, String name) {
        return METRICS.get(camera + "/" + name) instanceof Gauge<?> gauge
                        && gauge.getValue() instanceof Integer code
                ? code
                : 0;
    }

    public static long counter(String camera, String name) {
        return METRICS.get(camera + "/" + name) instanceof Counter counter ? counter.getCount() : 0;
    }

    /** How many frames were dropped, by causes that there were. */
    public static Map<String, Long> dropped(String camera) {
        Map<String, Long> dropped = new TreeMap<>();
        String prefix = camera + "/framesDropped/";
        METRICS.forEach(
                (key, metric) -> {
                    if (key.startsWith(prefix) && ((Counter) metric).getCount() > 0) {
                        dropped.put(key.substring(prefix.length()), ((Counter) metric).getCount());
                    }
                });
        return dropped;
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        String camera = group.getAllVariables().get("<camera>");
        String cause = group.getAllVariables().get("<cause>");
        if (camera != null) {
            METRICS.put(camera + "/" + (cause == null ? name : name + "/" + cause), metric);
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
