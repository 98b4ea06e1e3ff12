package io.vedette.sources;

import io.vedette.schema.CameraStatus;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;

/** The context of the one reader of a test. */
final class FakeReaderContext implements SourceReaderContext {

    private final Queue<SourceEvent> events = new ConcurrentLinkedQueue<>();
    private final FakeMetricGroup metrics = new FakeMetricGroup();
    private final SourceReaderMetricGroup readerMetrics =
            InternalSourceReaderMetricGroup.mock(metrics);

    /** What the reader's cameras told of themselves. */
    List<CameraStatus> statuses() {
        return events.stream().map(event -> ((CameraStatusEvent) event).status()).toList();
    }

    FakeMetricGroup metrics() {
        return metrics;
    }

    @Override
    public SourceReaderMetricGroup metricGroup() {
        return readerMetrics;
    }

    @Override
    public Configuration getConfiguration() {
        return new Configuration();
    }

    @Override
    public String getLocalHostName() {
        return "localhost";
    }

    @Override
    public int getIndexOfSubtask() {
        return 0;
    }

    @Override
    public void sendSplitRequest() {}

    @Override
    public void sendSourceEventToCoordinator(SourceEvent event) {
        events.add(event);
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
        return SimpleUserCodeClassLoader.create(getClass().getClassLoader());
    }
}
