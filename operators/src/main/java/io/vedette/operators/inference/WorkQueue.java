package io.vedette.operators.inference;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import io.vedette.fairness.FairQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The elements that wait for an engine, and the rules of who is inferred when and with whom. Safe
 * for any threads.
 */
final class WorkQueue<IN, R> {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

    private final String model;
    private final BatchSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition closing = lock.newCondition();
    private final FairQueue<Object, Pending<IN, R>> waiting = new FairQueue<>();

    /** Elements of batches that failed or hung; each is tried alone, before all others. */
    private final Deque<Pending<IN, R>> again = new ArrayDeque<>();

    private final int[] running;
    private final Breaker breaker;
    private int batchSize;
    private int engines;
    private int generation;
    private boolean closed;

    /**
     * @param batchSize the largest batch
     * @param devices how many can run a batch each without being in each other's way
     */
    WorkQueue(
            String model,
            BatchSettings settings,
            int batchSize,
            int devices,
            BreakerSettings breaker) {
        this.model = model;
        this.settings = settings;
        this.batchSize = batchSize;
        this.running = new int[devices];
        this.breaker = new Breaker(model, breaker);
    }

    void add(Pending<IN, R> pending, int priority, double weight) {
        lock.lock();
        try {
            waiting.add(pending.key, priority, weight, pending);
            if (engines <= running.length) { // then whoever is free may take it
                changed.signal();
            } else {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Puts elements back that are not to blame for a failure; each is tried alone. */
    void retry(List<Pending<IN, R>> elements) {
        change(() -> again.addAll(elements));
    }

    /** Takes elements out for good. */
    List<Pending<IN, R>> remove(Predicate<Pending<IN, R>> which) {
        return read(
                () -> {
                    List<Pending<IN, R>> removed =
                            new ArrayList<>(again.stream().filter(which).toList());
                    again.removeAll(removed);
                    removed.addAll(waiting.remove(which));
                    return removed;
                });
    }

    /**
     * Waits for a batch for an engine. One whose device is idle takes what is there; one whose
     * device is busy waits until a batch is full or its oldest element has waited long enough.
     *
     * @param engine its number
     * @param generationOfEngine an older one is not given anything
     * @return null once that engine must not be used any more; else {@link #done} must follow
     */
    @Nullable Run<IN, R> take(int engine, int generationOfEngine) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && generationOfEngine == generation) {
                long wait = waitNanos(deviceOf(engine), System.nanoTime());
                if (wait == 0) {
                    return start(deviceOf(engine));
                }
                changed.awaitNanos(wait);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private long waitNanos(int device, long now) {
        if (again.isEmpty() && waiting.isEmpty()) {
            return Breaker.NEVER;
        }
        long pause = breaker.waitNanos(now);
        boolean ready = running[device] == 0 || !again.isEmpty() || waiting.size() >= batchSize;
        return pause > 0 || ready ? pause : Math.max(0, fullBy() - now);
    }

    /** The moment at which a batch that is not full begins nevertheless. */
    private long fullBy() {
        Pending<IN, R> oldest =
                requireNonNull(waiting.least(comparingLong(pending -> pending.arrivedNanos)));
        return oldest.arrivedNanos + settings.maxDelay().toNanos();
    }

    private Run<IN, R> start(int device) {
        running[device]++;
        boolean inService = breaker.state() == Breaker.State.CLOSED;
        breaker.taken();
        return new Run<>(
                again.isEmpty()
                        ? waiting.poll(inService ? batchSize : 1, settings.perKey())
                        : List.of(again.removeFirst()));
    }

    private int deviceOf(int engine) {
        return engine % running.length;
    }

    /** An engine has done its batch, and so much came of it. */
    void done(int engine, List<Answer<IN, R>> answers) {
        change(
                () -> {
                    running[deviceOf(engine)]--;
                    for (Answer<IN, R> answer : answers) {
                        if (answer.outcome() instanceof Outcome.Failure<R> failure) {
                            failed(failure.cause());
                        } else {
                            breaker.succeeded();
                        }
                    }
                });
    }

    private void failed(Exception cause) {
        if (breaker.failed(cause, System.nanoTime())) {
            generation++;
        }
    }

    /** The generation that an engine must be of. */
    int generation() {
        return read(() -> generation);
    }

    /** There is one engine more. */
    void engineMade() {
        change(() -> engines++);
    }

    /** There is one engine less. */
    void engineGone() {
        change(() -> engines--);
    }

    /** An engine could not be made; waits until that may be tried again. */
    void notMade(Exception cause, long pauseNanos) throws InterruptedException {
        change(() -> failed(cause));
        lock.lockInterruptibly();
        try {
            long until = System.nanoTime() + pauseNanos;
            for (long now = System.nanoTime(); !closed && now < until; now = System.nanoTime()) {
                closing.awaitNanos(until - now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The device has no room for a batch of this size. */
    void shrink(int tooLarge) {
        change(
                () -> {
                    int fits = Math.max(1, tooLarge / 2);
                    if (fits < batchSize) {
                        batchSize = fits;
                        LOG.warn(
                                "Model '{}': a batch of {} does not fit into the memory of its device; batches are of {} at most from now on.",
                                model,
                                tooLarge,
                                fits);
                    }
                });
    }

    /** The largest batch at present. */
    int batchSize() {
        return read(() -> batchSize);
    }

    /** Engines that are ready. */
    int engines() {
        return read(() -> engines);
    }

    Breaker.State breaker() {
        return read(breaker::state);
    }

    /** Why nothing can be inferred at present; null while something can. */
    @Nullable String outage() {
        lock.lock();
        try {
            if (breaker.state() != Breaker.State.CLOSED) {
                return breaker.reason();
            }
            return engines > 0 ? null : "Model '%s' has no engine that answers.".formatted(model);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return read(() -> closed);
    }

    /** Lets all that wait go. */
    void close() {
        change(
                () -> {
                    closed = true;
                    closing.signalAll();
                });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> answer) {
        lock.lock();
        try {
            return answer.get();
        } finally {
            lock.unlock();
        }
    }
}
