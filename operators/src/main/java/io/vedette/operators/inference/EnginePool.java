package io.vedette.operators.inference;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.vedette.operators.inference.InferenceEngineFactory.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of one model in one process, and the elements of all subtasks that wait for them.
 *
 * <ul>
 *   <li>Every element that is submitted is answered once, unless its subtask leaves or a fatal
 *       error is told to all of them.
 *   <li>A run that does not return within the timeout is given up: another engine takes its place,
 *       and elements that shared it are tried again, each alone. The thread and the engine that
 *       hang are left alone; so many of them are borne.
 *   <li>Nobody waits longer than the timeout while the model is out of service.
 * </ul>
 *
 * <p>Safe for any threads.
 */
final class EnginePool<IN, R> {

    private static final Logger LOG = LoggerFactory.getLogger(EnginePool.class);

    /** More threads than this that hang are not replaced: their engines hold memory. */
    private static final int MAX_HUNG = 4;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final InferenceEngineFactory<IN, R> factory;
    private final InferenceSettings settings;
    private final Runnable onFatal;
    private final List<EngineThread<IN, R>> threads;
    private final Set<EngineThread<IN, R>> hung = ConcurrentHashMap.newKeySet();
    private final Set<Lane<IN, R>> lanes = ConcurrentHashMap.newKeySet();
    private final WorkQueue<IN, R> queue;
    private final String device;
    private final int batchSize;
    private final Overseer overseer;
    private volatile @Nullable Throwable fatal;

    /** Of the overseer's thread. */
    private long outOfServiceSince = Long.MAX_VALUE;

    private EnginePool(
            InferenceEngineFactory<IN, R> factory,
            InferenceSettings settings,
            List<EngineThread<IN, R>> opened,
            InferenceEngine<IN, R> first,
            Runnable onFatal) {
        this.factory = factory;
        this.settings = settings;
        this.onFatal = onFatal;
        this.threads = new ArrayList<>(opened);
        this.device = first.device();
        this.batchSize = settings.batch().sizeFor(first);
        this.queue =
                new WorkQueue<>(
                        factory.name(),
                        settings.batch(),
                        batchSize,
                        Math.max(1, first.preferredEngines()),
                        settings.breaker());
        threads.forEach(thread -> thread.serve(queue, this::deliver, this::fail));
        this.overseer = new Overseer(factory.name(), settings.timeout(), this::check);
    }

    /**
     * Makes all engines; the first one says how many there are.
     *
     * @param gpus that Flink gave to this process
     * @param onFatal run before a fatal error is told to all subtasks
     * @throws Exception what the factory throws; then no engine is left
     */
    static <IN, R> EnginePool<IN, R> open(
            InferenceEngineFactory<IN, R> factory,
            List<Integer> gpus,
            InferenceSettings settings,
            Runnable onFatal)
            throws Exception {
        List<EngineThread<IN, R>> threads = new ArrayList<>();
        try {
            threads.add(EngineThread.open(factory, new Place(0, gpus), settings.breaker()));
            InferenceEngine<IN, R> first = threads.get(0).opened();
            int engines = settings.enginesFor(first);
            for (int i = 1; i < engines; i++) {
                threads.add(EngineThread.open(factory, new Place(i, gpus), settings.breaker()));
            }
            for (EngineThread<IN, R> thread : threads) {
                thread.opened();
            }
            return new EnginePool<>(factory, settings, threads, first, onFatal);
        } catch (Exception e) {
            threads.forEach(EngineThread::stop);
            throw e;
        }
    }

    /** The largest batch, before a device ran out of memory. */
    int batchSize() {
        return batchSize;
    }

    /** How many elements a subtask may have here. */
    int capacity() {
        return settings.capacity() == null ? (threads.size() + 1) * batchSize : settings.capacity();
    }

    String device() {
        return device;
    }

    WorkQueue<IN, R> queue() {
        return queue;
    }

    /** Threads that hang in an engine. */
    int hung() {
        return hung.size();
    }

    void attach(Lane<IN, R> lane) {
        lanes.add(lane);
        Throwable cause = fatal;
        if (cause != null) { // it came too late to be told with the others
            lane.fatal(cause);
        }
    }

    /** From now on the subtask gets no answer, and what it waits for is not inferred. */
    void detach(Lane<IN, R> lane) {
        lanes.remove(lane);
        List<Pending<IN, R>> removed = queue.remove(pending -> pending.lane == lane);
        LOG.debug("Model '{}': a subtask left {} elements.", factory.name(), removed.size());
    }

    void submit(Pending<IN, R> pending, int priority, double weight) {
        queue.add(pending, priority, weight);
    }

    private void deliver(List<Answer<IN, R>> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Lane<IN, R> only = answers.get(0).pending().lane;
        if (answers.stream().allMatch(answer -> answer.pending().lane == only)) {
            only.done(answers);
        } else {
            answers.stream()
                    .collect(Collectors.groupingBy(answer -> answer.pending().lane))
                    .forEach(Lane::done);
        }
    }

    /** Fails all subtasks. */
    private void fail(Throwable cause) {
        onFatal.run();
        fatal = cause;
        queue.close();
        lanes.forEach(lane -> lane.fatal(cause));
    }

    private synchronized void check() {
        long now = System.nanoTime();
        hung.removeIf(thread -> !thread.isAlive());
        for (int i = 0; i < threads.size(); i++) {
            EngineThread<IN, R> thread = threads.get(i);
            if (giveUp(thread, now) || hung.contains(thread) || !thread.isAlive()) {
                replace(i);
            }
        }
        expire(now);
    }

    private boolean giveUp(EngineThread<IN, R> thread, long now) {
        Run<IN, R> run = thread.run();
        Run.Remains<IN, R> remains =
                run == null ? null : run.giveUp(now, settings.timeout().toNanos());
        if (remains == null) {
            return false;
        }
        LOG.error(
                "Model '{}': a run of {} elements did not return within {} ms and is given up; its engine is replaced.",
                factory.name(),
                requireNonNull(run).batch().size(),
                settings.timeout().toMillis());
        hung.add(thread);
        thread.stop();
        queue.engineGone();
        queue.retry(remains.again());
        queue.done(thread.number(), remains.answers());
        deliver(remains.answers());
        return true;
    }

    private void replace(int index) {
        if (!queue.isClosed() && hung.size() <= MAX_HUNG) {
            threads.set(index, threads.get(index).successor());
        }
    }

    private void expire(long now) {
        String outage = queue.outage();
        if (outage == null) {
            outOfServiceSince = Long.MAX_VALUE;
            return;
        }
        outOfServiceSince = Math.min(outOfServiceSince, now);
        long patience = settings.timeout().toNanos();
        if (now - outOfServiceSince > patience) {
            List<Pending<IN, R>> expired =
                    queue.remove(pending -> now - pending.arrivedNanos > patience);
            Exception cause = new ModelUnavailableException(outage);
            deliver(expired.stream().map(pending -> Answer.without(pending, cause)).toList());
        }
    }

    /**
     * Closes all engines and waits for it no longer than a run may take. One that hangs is left to
     * its daemon thread: its engine must not be closed under it.
     */
    void close() throws InterruptedException {
        overseer.close();
        queue.close();
        long patience = Math.min(CLOSE_TIMEOUT.toNanos(), settings.timeout().toNanos());
        long deadline = System.nanoTime() + patience;
        for (EngineThread<IN, R> thread : threads) {
            thread.join(Math.max(1, NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        long left = threads.stream().filter(EngineThread::isAlive).count() + hung();
        if (left > 0) {
            LOG.error(
                    "Model '{}': {} runs did not end within {} ms; their engines are closed when they do.",
                    factory.name(),
                    left,
                    NANOSECONDS.toMillis(patience));
        }
    }
}
