package io.vedette.operators;

import static java.util.Objects.requireNonNull;

import io.vedette.operators.BatchInferenceFunction.Timing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/**
 * Infers the elements of a keyed stream in batches, asynchronously.
 *
 * <p>What it guarantees:
 *
 * <ul>
 *   <li>Elements of all keys of the subtask share batches; a batch starts when it is full or when
 *       its first element has waited for the maximum delay.
 *   <li>Results of one key are emitted in the order of its elements, each exactly once, with the
 *       element's timestamp and under its key. Keys do not wait for each other.
 *   <li>No more than the capacity is in the operator; when it is full, the input waits.
 *   <li>A watermark is emitted after the results of all elements that came before it.
 *   <li>Before a checkpoint barrier passes, everything in flight is inferred and emitted, so a
 *       checkpoint holds keyed state only and never an element. The same happens at end of input.
 *   <li>An element that fails is handed to the function in its turn; a fatal error fails the task.
 * </ul>
 *
 * <p>All fields belong to the task thread; inference runs on an {@link InferenceThread} and returns
 * through the mailbox.
 */
final class BatchInferenceOperator<IN, R, OUT> extends AbstractStreamOperator<OUT>
        implements OneInputStreamOperator<IN, OUT>, BoundedOneInput {

    private final BatchInferenceFunction<IN, R, OUT> function;
    private final MailboxExecutor mailbox;
    private final WatermarkGate watermarks = new WatermarkGate();
    private final Map<Object, Deque<Pending<IN, R>>> pendingByKey = new HashMap<>();
    private final List<Pending<IN, R>> gathering = new ArrayList<>();
    private int inFlight;
    private int submittedBatches;

    private BatchSettings settings;
    private @Nullable ScheduledFuture<?> delayTimer;

    private InferenceThread<IN, R> inference;
    private InferenceMetrics inferenceMetrics;
    private RecordEmitter<OUT> emitter;

    BatchInferenceOperator(
            StreamOperatorParameters<OUT> parameters,
            BatchInferenceFunction<IN, R, OUT> function,
            BatchSettings settings) {
        super(parameters);
        this.function = function;
        this.settings = settings;
        this.mailbox = parameters.getMailboxExecutor();
    }

    @Override
    public void open() throws Exception {
        super.open();
        inferenceMetrics = new InferenceMetrics(getMetricGroup(), () -> inFlight);
        emitter = new RecordEmitter<>(output);
        inference = new InferenceThread<>(getOperatorName(), function);
        function.setRuntimeContext(getRuntimeContext());
        function.open(DefaultOpenContext.INSTANCE);
        inference.load();
        settings = settings.limitedTo(function.maxBatchSize());
    }

    @Override
    public void processElement(StreamRecord<IN> record) throws Exception {
        Object key = getCurrentKey(); // yielding below may change it
        while (inFlight >= settings.capacity()) {
            awaitProgress();
        }
        Pending<IN, R> pending =
                new Pending<>(
                        key,
                        record.getValue(),
                        record.hasTimestamp() ? record.getTimestamp() : null,
                        watermarks.enter());
        pendingByKey.computeIfAbsent(key, k -> new ArrayDeque<>()).add(pending);
        inFlight++;
        gather(pending);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermarks.afterAllBefore(() -> super.processWatermark(mark));
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        watermarks.afterAllBefore(() -> super.processWatermarkStatus(status));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        long began = System.nanoTime();
        drain();
        inferenceMetrics.drained(System.nanoTime() - began);
    }

    @Override
    public void endInput() throws Exception {
        drain();
    }

    @Override
    public void close() throws Exception {
        try {
            if (inference != null) {
                inference.close();
            }
        } finally {
            super.close();
        }
    }

    private void gather(Pending<IN, R> pending) {
        gathering.add(pending);
        if (gathering.size() >= settings.maxSize() || settings.maxDelay().isZero()) {
            submit();
        } else if (delayTimer == null) {
            long deadline =
                    getProcessingTimeService().getCurrentProcessingTime()
                            + settings.maxDelay().toMillis();
            delayTimer = getProcessingTimeService().registerTimer(deadline, time -> submit());
        }
    }

    private void submit() {
        if (delayTimer != null) {
            delayTimer.cancel(false);
            delayTimer = null;
        }
        if (gathering.isEmpty()) {
            return;
        }
        List<Pending<IN, R>> batch = List.copyOf(gathering);
        gathering.clear();
        submittedBatches++;
        inference.submit(
                batch.stream().map(pending -> pending.element).toList(),
                (outcomes, span) -> mail(() -> complete(batch, outcomes, span)),
                error -> mail(() -> fail(error)));
    }

    /** Waits until something leaves; submits what is gathered if nothing else would ever move. */
    private void awaitProgress() throws InterruptedException {
        if (submittedBatches == 0) {
            submit();
        }
        mailbox.yield();
    }

    private void drain() throws InterruptedException {
        submit();
        while (inFlight > 0) {
            awaitProgress();
        }
    }

    private void complete(
            List<Pending<IN, R>> batch, List<Outcome<R>> outcomes, InferenceThread.Span span)
            throws Exception {
        submittedBatches--;
        long inferenceNanos = span.endedNanos() - span.beganNanos();
        inferenceMetrics.batchDone(batch.size(), inferenceNanos);
        for (int i = 0; i < batch.size(); i++) {
            Pending<IN, R> pending = batch.get(i);
            long queueNanos = span.beganNanos() - pending.arrivedNanos;
            pending.complete(outcomes.get(i), new Timing(queueNanos, inferenceNanos));
        }
        for (Pending<IN, R> pending : batch) {
            emitDone(pending.key);
        }
    }

    /** Emits from the head of a key's queue for as long as its elements are done. */
    private void emitDone(Object key) throws Exception {
        Deque<Pending<IN, R>> queue = pendingByKey.get(key);
        while (queue != null && !queue.isEmpty()) {
            Pending<IN, R> head = queue.getFirst();
            Outcome<R> outcome = head.outcome();
            if (outcome == null) {
                return;
            }
            queue.removeFirst();
            if (queue.isEmpty()) {
                pendingByKey.remove(key);
            }
            inFlight--;
            emit(head, outcome, requireNonNull(head.timing()));
            watermarks.leave(head.epoch);
        }
    }

    private void emit(Pending<IN, R> pending, Outcome<R> outcome, Timing timing) throws Exception {
        inferenceMetrics.elementDone(timing, outcome);
        setCurrentKey(pending.key);
        RecordEmitter<OUT> out = emitter.at(pending.timestamp);
        if (outcome instanceof Outcome.Success<R> success) {
            function.onResult(pending.element, success.result(), timing, out);
        } else if (outcome instanceof Outcome.Failure<R> failure) {
            function.onFailure(pending.element, failure.cause(), out);
        }
    }

    private void fail(Throwable error) throws Exception {
        throw new InferenceException(
                "Operator '%s': inference failed fatally.".formatted(getOperatorName()), error);
    }

    private void mail(ThrowingRunnable<Exception> action) {
        try {
            mailbox.execute(action, "Inference of %s", getOperatorName());
        } catch (RejectedExecutionException e) {
            LOG.debug("Operator '{}' is closed; a late inference is dropped.", getOperatorName());
        }
    }
}
