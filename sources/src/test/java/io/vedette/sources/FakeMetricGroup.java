package io.vedette.sources;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Remembers metrics by their full name. */
final class FakeMetricGroup extends UnregisteredMetricsGroup {

    private final Map<String, Metric> metrics;
    private final String scope;

    FakeMetricGroup() {
        this(new ConcurrentHashMap<>(), "");
    }

    private FakeMetricGroup(Map<String, Metric> metrics, String scope) {
        this.metrics = metrics;
        this.scope = scope;
    }

    long count(String name) {
        Counter counter = (Counter) metrics.get(name);
        return counter == null ? 0 : counter.getCount();
    }

    Object gauge(String name) {
        return ((Gauge<?>) metrics.get(name)).getValue();
    }

    Map<String, Metric> metrics() {
        return metrics;
    }

    @Override
    public MetricGroup addGroup(String name) {
        return new FakeMetricGroup(metrics, scope + name + ".");
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
        return addGroup(key).addGroup(value);
    }

    @Override
    public <C extends Counter> C counter(String name, C counter) {
        metrics.put(scope + name, counter);
        return counter;
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        metrics.put(scope + name, gauge);
        return gauge;
    }

    @Override
    public <M extends Meter> M meter(String name, M meter) {
        metrics.put(scope + name, meter);
        return meter;
    }
}
