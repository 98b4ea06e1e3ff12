package io.vedette.operators.inference;

import io.vedette.operators.inference.InferenceFunction.Timing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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
 *   <li>Elements of all keys of all subtasks of a process share its engines and batches. An idle
 *       engine takes at once what is there; keys are served in turn, by priority and weight.
 *   <li>Results of one key are emitted in the order of its elements, each exactly once, with the
 *       element's timestamp and under its key. Keys do not wait for each other.
 *   <li>No more than the capacity is in the operator; when it is full, the input waits.
 *   <li>A watermark is emitted after the results of all elements that came before it.
 *   <li>Before a checkpoint barrier passes, everything in flight is inferred and emitted, so a
 *       checkpoint holds keyed state only and never an element. The same happens at end of input.
 *       An element holds it up no longer than the timeout, one that shared a batch with an element
 *       that hangs no longer than twice that.
 *   <li>An element that fails, hangs, or waits in vain for a model that is out of service is handed
 *       to the function in its turn; it costs no other element its result. A fatal error fails the
 *       task.
 * </ul>
 *
 * <p>All fields belong to the task thread; answers of the engines return through the mailbox.
 */
final class BatchInferenceOperator<IN, R, OUT> extends AbstractStreamOperator<OUT>
        implements OneInputStreamOperator<IN, OUT>, BoundedOneInput {

    private static final String GPU = "gpu";
    private static final String GPU_INDEX = "index";

    private final InferenceEngineFactory<IN, R> engines;
    private final InferenceFunction<IN, R, OUT> function;
    private final InferenceSettings settings;
    private final MailboxExecutor mailbox;
    private final WatermarkGate watermarks = new WatermarkGate();
    private final Map<Object, Deque<Pending<IN, R>>> pendingByKey = new HashMap<>();
    private final Lane<IN, R> lane = new MailedLane();
    private int inFlight;
    private int capacity;

    private EnginePools.@Nullable Shared<IN, R> shared;
    private EnginePool<IN, R> pool;
    private InferenceMetrics inferenceMetrics;
    private RecordEmitter<OUT> emitter;

    BatchInferenceOperator(
            StreamOperatorParameters<OUT> parameters,
            InferenceEngineFactory<IN, R> engines,
            InferenceFunction<IN, R, OUT> function,
            InferenceSettings settings) {
        super(parameters);
        this.engines = engines;
        this.function = function;
        this.settings = settings;
        this.mailbox = parameters.getMailboxExecutor();
    }

    @Override
    public void open() throws Exception {
        super.open();
        emitter = new RecordEmitter<>(output);
        function.setRuntimeContext(getRuntimeContext());
        function.open(DefaultOpenContext.INSTANCE);
        EnginePools.Key key =
                new EnginePools.Key(
                        getRuntimeContext().getJobInfo().getJobId(), engines.name(), settings);
        shared = EnginePools.acquire(key, engines, gpus());
        pool = shared.pool();
        capacity = pool.capacity();
        pool.attach(lane);
        inferenceMetrics = new InferenceMetrics(getMetricGroup(), () -> inFlight, pool);
    }

    /** Those that Flink's external resources give to this process, as {@code gpu}. */
    private List<Integer> gpus() {
        return getRuntimeContext().getExternalResourceInfos(GPU).stream()
                .map(info -> info.getProperty(GPU_INDEX))
                .flatMap(Optional::stream)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    @Override
    public void processElement(StreamRecord<IN> record) throws Exception {
        Object key = getCurrentKey(); // yielding below may change it
        while (inFlight >= capacity) {
            mailbox.yield();
        }
        IN element = record.getValue();
        Pending<IN, R> pending =
                new Pending<>(
                        lane,
                        key,
                        element,
                        record.hasTimestamp() ? record.getTimestamp() : null,
                        watermarks.enter());
        pendingByKey.computeIfAbsent(key, k -> new ArrayDeque<>()).add(pending);
        inFlight++;
        pool.submit(pending, function.priority(element), function.weight(element));
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

    private void drain() throws InterruptedException {
        while (inFlight > 0) {
            mailbox.yield();
        }
    }

    @Override
    public void close() throws Exception {
        try {
            leave();
        } finally {
            try {
                function.close();
            } finally {
                super.close();
            }
        }
    }

    private void leave() throws InterruptedException {
        EnginePools.Shared<IN, R> left = shared;
        shared = null;
        if (left != null) {
            left.pool().detach(lane);
            left.release();
        }
    }

    private void complete(List<Answer<IN, R>> answers) throws Exception {
        inferenceMetrics.answered(answers);
        for (Answer<IN, R> answer : answers) {
            answer.pending().complete(answer);
        }
        for (Answer<IN, R> answer : answers) {
            emitDone(answer.pending().key);
        }
    }

    /** Emits from the head of a key's queue for as long as its elements are done. */
    private void emitDone(Object key) throws Exception {
        Deque<Pending<IN, R>> queue = pendingByKey.get(key);
        while (queue != null && !queue.isEmpty()) {
            Pending<IN, R> head = queue.getFirst();
            Answer<IN, R> answer = head.answer();
            if (answer == null) {
                return;
            }
            queue.removeFirst();
            if (queue.isEmpty()) {
                pendingByKey.remove(key);
            }
            inFlight--;
            emit(answer);
            watermarks.leave(head.epoch);
        }
    }

    private void emit(Answer<IN, R> answer) throws Exception {
        inferenceMetrics.emitted(answer);
        Pending<IN, R> pending = answer.pending();
        setCurrentKey(pending.key);
        RecordEmitter<OUT> out = emitter.at(pending.timestamp);
        if (answer.outcome() instanceof Outcome.Success<R> success) {
            Timing timing = new Timing(answer.queueNanos(), answer.inferenceNanos());
            function.onResult(pending.element, success.result(), timing, out);
        } else if (answer.outcome() instanceof Outcome.Failure<R> failure) {
            function.onFailure(pending.element, failure.cause(), out);
        }
    }

    private void fail(Throwable error) throws Exception {
        throw new InferenceException(
                "Operator '%s': inference failed fatally.".formatted(getOperatorName()), error);
    }

    /** Lets what the engines say come to the task thread. */
    private final class MailedLane implements Lane<IN, R> {

        @Override
        public void done(List<Answer<IN, R>> answers) {
            mail(() -> complete(answers));
        }

        @Override
        public void fatal(Throwable cause) {
            mail(() -> fail(cause));
        }

        private void mail(ThrowingRunnable<Exception> action) {
            try {
                mailbox.execute(action, "Inference of %s", getOperatorName());
            } catch (RejectedExecutionException e) {
                LOG.debug("Operator '{}' is closed; a late answer is dropped.", getOperatorName());
            }
        }
    }
}
