package io.vedette.operators.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the engines of one model did, and every breach of the rules of their use: one thread makes,
 * uses and closes an engine, closes it once, and never uses it while it runs or is closed.
 */
final class EngineLog {

    /** Sizes of all batches, in the order in which they began. */
    final List<Integer> batchSizes = new CopyOnWriteArrayList<>();

    final List<String> breaches = new CopyOnWriteArrayList<>();

    private final String name;
    private final AtomicInteger created = new AtomicInteger();
    private final Map<Integer, Thread> threads = new ConcurrentHashMap<>();
    private final Set<Integer> running = ConcurrentHashMap.newKeySet();
    private final Set<Integer> closed = ConcurrentHashMap.newKeySet();
    private final Set<Item> met = ConcurrentHashMap.newKeySet();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger hangs = new AtomicInteger();

    EngineLog(String name) {
        this.name = name;
    }

    /** Gives a new engine its number. */
    int created() {
        int number = created.getAndIncrement();
        threads.put(number, Thread.currentThread());
        return number;
    }

    void begins(int engine, List<Item> batch) {
        batchSizes.add(batch.size());
        checkThread(engine, "infer");
        if (!running.add(engine)) {
            breaches.add("engine %d used while it runs".formatted(engine));
        }
        if (closed.contains(engine)) {
            breaches.add("engine %d used after it was closed".formatted(engine));
        }
    }

    void ends(int engine) {
        running.remove(engine);
    }

    void closed(int engine) {
        checkThread(engine, "close");
        if (running.contains(engine)) {
            breaches.add("engine %d closed while it runs".formatted(engine));
        }
        if (!closed.add(engine)) {
            breaches.add("engine %d closed twice".formatted(engine));
        }
    }

    /** Whether no call met the element before. */
    boolean first(Item item) {
        return met.add(item);
    }

    /** Waits as native code does: nothing wakes it but {@link #letGo}. */
    void hang() {
        hangs.incrementAndGet();
        boolean interrupted = false;
        while (true) {
            try {
                hanging.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many calls hung so far. */
    int hangs() {
        return hangs.get();
    }

    /** Lets all calls return that hang, now and later. */
    void letGo() {
        hanging.countDown();
    }

    int made() {
        return created.get();
    }

    int open() {
        return created.get() - closed.size();
    }

    /** Threads of engines that are alive. */
    List<String> alive() {
        List<String> alive = new ArrayList<>();
        threads.values().stream().filter(Thread::isAlive).map(Thread::getName).forEach(alive::add);
        return alive;
    }

    private void checkThread(int engine, String call) {
        if (threads.get(engine) != Thread.currentThread()) {
            breaches.add(
                    "engine %d of %s: %s on %s"
                            .formatted(engine, name, call, Thread.currentThread().getName()));
        }
    }
}
