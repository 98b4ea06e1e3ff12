package io.vedette.operators;

import io.vedette.operators.BatchInferenceFunction.Timing;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The figures of one {@link BatchInferenceOperator}, under {@code <operator scope>.inference}:
 *
 * <ul>
 *   <li>{@code batches}: batches inferred
 *   <li>{@code failures}: elements that could not be inferred
 *   <li>{@code inFlight}: elements in the operator now
 *   <li>{@code batchSize}: histogram
 *   <li>{@code queueTimeMicros}: histogram, from entering the operator until the batch began
 *   <li>{@code inferenceTimeMicros}: histogram, of whole batches
 *   <li>{@code drainTimeMicros}: histogram, what a checkpoint waited for its barrier to pass
 * </ul>
 */
final class InferenceMetrics {

    static final String GROUP = "inference";
    static final String BATCHES = "batches";
    static final String FAILURES = "failures";
    static final String IN_FLIGHT = "inFlight";
    static final String BATCH_SIZE = "batchSize";
    static final String QUEUE_TIME = "queueTimeMicros";
    static final String INFERENCE_TIME = "inferenceTimeMicros";
    static final String DRAIN_TIME = "drainTimeMicros";

    /** How many of the newest values a histogram speaks of. */
    private static final int WINDOW = 1_000;

    private final Counter batches;
    private final Counter failures;
    private final Histogram batchSize;
    private final Histogram queueTime;
    private final Histogram inferenceTime;
    private final Histogram drainTime;

    InferenceMetrics(MetricGroup operatorGroup, IntSupplier inFlight) {
        MetricGroup group = operatorGroup.addGroup(GROUP);
        batches = group.counter(BATCHES);
        failures = group.counter(FAILURES);
        group.gauge(IN_FLIGHT, inFlight::getAsInt);
        batchSize = histogram(group, BATCH_SIZE);
        queueTime = histogram(group, QUEUE_TIME);
        inferenceTime = histogram(group, INFERENCE_TIME);
        drainTime = histogram(group, DRAIN_TIME);
    }

    void batchDone(int size, long nanos) {
        batches.inc();
        batchSize.update(size);
        inferenceTime.update(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    void elementDone(Timing timing, Outcome<?> outcome) {
        queueTime.update(TimeUnit.NANOSECONDS.toMicros(timing.queueNanos()));
        if (outcome instanceof Outcome.Failure) {
            failures.inc();
        }
    }

    void drained(long nanos) {
        drainTime.update(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private static Histogram histogram(MetricGroup group, String name) {
        return group.histogram(name, new DescriptiveStatisticsHistogram(WINDOW));
    }
}
