package io.vedette.operators.inference;

import static java.util.Objects.requireNonNull;

import io.vedette.operators.inference.Answer.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The figures of one {@link BatchInferenceOperator}, under {@code <operator scope>.inference}. Of
 * itself:
 *
 * <ul>
 *   <li>{@code inFlight}: gauge, elements in the operator now
 *   <li>{@code queueTimeMicros}: histogram, from entering the operator until the batch began
 *   <li>{@code totalTimeMicros}: histogram, from entering the operator until the result leaves it
 *   <li>{@code drainTimeMicros}: histogram, what a checkpoint waited for its barrier to pass
 *   <li>{@code cause.<cause>.failures}: counter, elements without a result, by {@link Cause}
 * </ul>
 *
 * <p>Of the batches in which it had elements:
 *
 * <ul>
 *   <li>{@code batches}: counter
 *   <li>{@code batchSize}: histogram, with the elements of other subtasks
 *   <li>{@code inferenceTimeMicros}: histogram
 * </ul>
 *
 * <p>Of the engines that it shares with the other subtasks of its process:
 *
 * <ul>
 *   <li>{@code device.<device>.engines}: gauge, those that are ready
 *   <li>{@code batchLimit}: gauge, the largest batch at present
 *   <li>{@code breaker}: gauge, 0 while the model is in service, 1 while it is tried again, 2 while
 *       it is out of service
 *   <li>{@code hungThreads}: gauge, threads that an engine does not give back
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
    static final String TOTAL_TIME = "totalTimeMicros";
    static final String DRAIN_TIME = "drainTimeMicros";
    static final String CAUSE = "cause";
    static final String DEVICE = "device";
    static final String ENGINES = "engines";
    static final String BATCH_LIMIT = "batchLimit";
    static final String BREAKER = "breaker";
    static final String HUNG_THREADS = "hungThreads";

    /** How many of the newest values a histogram speaks of. */
    private static final int WINDOW = 1_000;

    private final Counter batches;
    private final Map<Cause, Counter> failures = new EnumMap<>(Cause.class);
    private final Histogram batchSize;
    private final Histogram queueTime;
    private final Histogram inferenceTime;
    private final Histogram totalTime;
    private final Histogram drainTime;

    /** Why an element has no result. */
    enum Cause {
        /** Its inference failed. */
        ERROR,
        /** Its inference did not return in time. */
        TIMEOUT,
        /** The device has no room for it even alone. */
        MEMORY,
        /** The model was out of service for too long. */
        UNAVAILABLE;

        static Cause of(Exception failure) {
            if (failure instanceof InferenceTimeoutException) {
                return TIMEOUT;
            }
            if (failure instanceof DeviceMemoryException) {
                return MEMORY;
            }
            return failure instanceof ModelUnavailableException ? UNAVAILABLE : ERROR;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    InferenceMetrics(MetricGroup operatorGroup, IntSupplier inFlight, EnginePool<?, ?> pool) {
        MetricGroup group = operatorGroup.addGroup(GROUP);
        batches = group.counter(BATCHES);
        for (Cause cause : Cause.values()) {
            failures.put(cause, group.addGroup(CAUSE, cause.key()).counter(FAILURES));
        }
        batchSize = histogram(group, BATCH_SIZE);
        queueTime = histogram(group, QUEUE_TIME);
        inferenceTime = histogram(group, INFERENCE_TIME);
        totalTime = histogram(group, TOTAL_TIME);
        drainTime = histogram(group, DRAIN_TIME);
        gauge(group, IN_FLIGHT, inFlight);
        WorkQueue<?, ?> queue = pool.queue();
        gauge(group, BATCH_LIMIT, queue::batchSize);
        gauge(group, BREAKER, () -> queue.breaker().code());
        gauge(group, HUNG_THREADS, pool::hung);
        gauge(group.addGroup(DEVICE, pool.device()), ENGINES, queue::engines);
    }

    /** Counts the batches that answers came from. */
    void answered(List<? extends Answer<?, ?>> answers) {
        Span last = null;
        for (Answer<?, ?> answer : answers) {
            Span span = answer.span();
            if (!span.equals(last) && span.size() > 0) {
                batches.inc();
                batchSize.update(span.size());
                inferenceTime.update(TimeUnit.NANOSECONDS.toMicros(span.nanos()));
            }
            last = span;
        }
    }

    /** Counts an element that leaves. */
    void emitted(Answer<?, ?> answer) {
        queueTime.update(TimeUnit.NANOSECONDS.toMicros(answer.queueNanos()));
        long total = System.nanoTime() - answer.pending().arrivedNanos;
        totalTime.update(TimeUnit.NANOSECONDS.toMicros(total));
        if (answer.outcome() instanceof Outcome.Failure<?> failure) {
            requireNonNull(failures.get(Cause.of(failure.cause()))).inc();
        }
    }

    void drained(long nanos) {
        drainTime.update(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private static void gauge(MetricGroup group, String name, IntSupplier value) {
        group.gauge(name, value::getAsInt);
    }

    private static Histogram histogram(MetricGroup group, String name) {
        return group.histogram(name, new DescriptiveStatisticsHistogram(WINDOW));
    }
}
