package io.vedette.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.operators.BatchInferenceFunction.Timing;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class InferenceMetricsTest {

    @Test
    void countsBatchesElementsAndTimes() {
        MetricListener listener = new MetricListener();
        InferenceMetrics metrics = new InferenceMetrics(listener.getMetricGroup(), () -> 3);

        metrics.batchDone(4, 12_000_000);
        metrics.elementDone(new Timing(2_000_000, 12_000_000), new Outcome.Success<>("x"));
        metrics.elementDone(
                new Timing(4_000_000, 12_000_000), new Outcome.Failure<>(new Exception("x")));
        metrics.drained(7_000);

        assertThat(counter(listener, "batches")).isEqualTo(1);
        assertThat(counter(listener, "failures")).isEqualTo(1);
        Gauge<Integer> inFlight = listener.<Integer>getGauge("inference", "inFlight").orElseThrow();
        assertThat(inFlight.getValue()).isEqualTo(3);
        assertThat(mean(listener, "batchSize")).isEqualTo(4);
        assertThat(mean(listener, "queueTimeMicros")).isEqualTo(3_000);
        assertThat(mean(listener, "inferenceTimeMicros")).isEqualTo(12_000);
        assertThat(mean(listener, "drainTimeMicros")).isEqualTo(7);
    }

    private static long counter(MetricListener listener, String name) {
        return listener.getCounter("inference", name).map(Counter::getCount).orElseThrow();
    }

    private static double mean(MetricListener listener, String name) {
        return listener.getHistogram("inference", name)
                .map(Histogram::getStatistics)
                .orElseThrow()
                .getMean();
    }
}
