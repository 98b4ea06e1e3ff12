package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.operators.inference.Answer.Span;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class InferenceMetricsTest {

    @Test
    void countsBatchesElementsAndTimes() throws Exception {
        MetricListener listener = new MetricListener();
        EnginePool<String, String> pool =
                EnginePool.open(
                        FakeEngines.open(), List.of(), InferenceSettings.defaults(), () -> {});
        InferenceMetrics metrics = new InferenceMetrics(listener.getMetricGroup(), () -> 3, pool);
        Pending<String, String> pending =
                new Pending<>(null, "a", "a1", null, new WatermarkGate().enter());
        long arrived = pending.arrivedNanos;
        Span span = new Span(4, arrived + 3_000_000, arrived + 15_000_000);
        Answer<String, String> good = new Answer<>(pending, new Outcome.Success<>("A1"), span);
        Answer<String, String> bad =
                new Answer<>(pending, new Outcome.Failure<>(new Exception("x")), span);

        metrics.answered(List.of(good, bad));
        metrics.emitted(good);
        metrics.emitted(bad);
        metrics.emitted(Answer.without(pending, new ModelUnavailableException("x")));
        metrics.drained(7_000);

        assertThat(counter(listener, "batches")).isEqualTo(1);
        assertThat(failures(listener, "error")).isEqualTo(1);
        assertThat(failures(listener, "unavailable")).isEqualTo(1);
        assertThat(failures(listener, "timeout")).isZero();
        Gauge<Integer> inFlight = listener.<Integer>getGauge("inference", "inFlight").orElseThrow();
        assertThat(inFlight.getValue()).isEqualTo(3);
        pool.close();
        assertThat(mean(listener, "batchSize")).isEqualTo(4);
        assertThat(max(listener, "queueTimeMicros")).isGreaterThanOrEqualTo(3_000);
        assertThat(max(listener, "totalTimeMicros")).isPositive();
        assertThat(mean(listener, "inferenceTimeMicros")).isEqualTo(12_000);
        assertThat(mean(listener, "drainTimeMicros")).isEqualTo(7);
    }

    private static long counter(MetricListener listener, String name) {
        return listener.getCounter("inference", name).map(Counter::getCount).orElseThrow();
    }

    private static long failures(MetricListener listener, String cause) {
        return listener.getCounter("inference", "cause", cause, "failures")
                .map(Counter::getCount)
                .orElseThrow();
    }

    private static long max(MetricListener listener, String name) {
        return listener.getHistogram("inference", name)
                .map(Histogram::getStatistics)
                .orElseThrow()
                .getMax();
    }

    private static double mean(MetricListener listener, String name) {
        return listener.getHistogram("inference", name)
                .map(Histogram::getStatistics)
                .orElseThrow()
                .getMean();
    }
}
