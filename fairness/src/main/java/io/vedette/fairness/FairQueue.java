package io.vedette.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A queue that serves its keys in turn: start-time fair queueing (Goyal, Vin, Cheng, 1996), where
 * every element costs the same.
 *
 * <ul>
 *   <li>A higher priority always goes first; a lower one gets what is left.
 *   <li>Among keys of one priority that never run dry, each is served in proportion to its weight,
 *       however unevenly their elements arrive; what one does not use the others share.
 *   <li>A key that was away gains no credit by it, but for the patience of the queue, and is served
 *       soon after it comes back.
 *   <li>Each priority keeps its own time, so weights count within every one of them.
 *   <li>Elements of one key leave in the order in which they came, unless a preference says
 *       otherwise.
 * </ul>
 *
 * <p>Taking an element looks at all that wait, so it suits some hundreds. Not safe for concurrent
 * use.
 *
 * @param <K> whose elements these are
 * @param <E> elements
 */
public final class FairQueue<K, E> {

    private static final int MIN_REMEMBERED = 64;

    private final List<Entry<K, E>> waiting = new ArrayList<>();

    /** The virtual time at which what a key was promised so far is served. */
    private final Map<Account<K>, Double> promised = new HashMap<>();

    /** By priority, the virtual time. */
    private final Map<Integer, Double> clocks = new HashMap<>();

    private final double patience;
    private int sweepAt = MIN_REMEMBERED;

    private record Account<K>(K key, int priority) {}

    /** What waits, from when on it is its turn, and what that costs its key. */
    private record Entry<K, E>(K key, int priority, double turn, double cost, E element) {}

    /** A queue of which a key misses its turn if it is away then. */
    public FairQueue() {
        this(0);
    }

    /**
     * A queue that waits for keys that are away for short, such as those of which only one element
     * waits at a time.
     *
     * @param patience how many turns of its own a key may be late for and still take
     */
    public FairQueue(double patience) {
        this.patience = patience;
    }

    /**
     * Queues an element.
     *
     * @param priority a higher one goes first
     * @param weight the key's share beside others of its priority, above 0
     */
    public void add(K key, int priority, double weight, E element) {
        if (!(weight > 0)) {
            throw new IllegalArgumentException(
                    "Weight of '%s' must be above 0 but was %s.".formatted(key, weight));
        }
        Account<K> account = new Account<>(key, priority);
        double now = now(priority);
        double cost = 1 / weight;
        double turn = Math.max(now - patience * cost, promised.getOrDefault(account, now));
        promised.put(account, turn + cost);
        waiting.add(new Entry<>(key, priority, turn, cost, element));
        forgetPaid();
    }

    /** Takes the element whose turn it is; null when none waits. */
    public @Nullable E poll() {
        Entry<K, E> first = first();
        return first == null ? null : take(first);
    }

    /**
     * Takes the element that is preferred among those whose turn it is or comes no later than the
     * next turn of the key that is first; null when none waits. Over time every key still gets its
     * share.
     *
     * @param preference the least element is taken
     */
    public @Nullable E poll(Comparator<E> preference) {
        Entry<K, E> first = first();
        if (first == null) {
            return null;
        }
        Entry<K, E> best = first;
        for (Entry<K, E> entry : waiting) {
            if (entry.priority == first.priority
                    && entry.turn <= first.turn + first.cost
                    && preference.compare(entry.element, best.element) < 0) {
                best = entry;
            }
        }
        waiting.remove(best);
        advance(first);
        return best.element;
    }

    /**
     * Takes elements in turn.
     *
     * @param max the most that are taken
     * @param maxPerKey the most that are taken of one key
     */
    public List<E> poll(int max, int maxPerKey) {
        List<E> taken = new ArrayList<>(Math.min(max, waiting.size()));
        Map<K, Integer> ofKey = new HashMap<>();
        while (taken.size() < max) {
            Entry<K, E> next = first(entry -> ofKey.getOrDefault(entry.key, 0) < maxPerKey);
            if (next == null) {
                break;
            }
            ofKey.merge(next.key, 1, Integer::sum);
            taken.add(take(next));
        }
        return taken;
    }

    /** Takes out elements for good, whosever turn it is. */
    public List<E> remove(Predicate<E> which) {
        List<E> removed = new ArrayList<>();
        for (Iterator<Entry<K, E>> entries = waiting.iterator(); entries.hasNext(); ) {
            E element = entries.next().element;
            if (which.test(element)) {
                entries.remove();
                removed.add(element);
            }
        }
        return removed;
    }

    /** The least of all that wait, which stays; null when none waits. */
    public @Nullable E least(Comparator<E> order) {
        return waiting.stream().map(Entry::element).min(order).orElse(null);
    }

    public int size() {
        return waiting.size();
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Keys whose past turns still count. */
    int remembered() {
        return promised.size();
    }

    private E take(Entry<K, E> entry) {
        waiting.remove(entry);
        advance(entry);
        return entry.element;
    }

    private double now(int priority) {
        return clocks.getOrDefault(priority, 0.0);
    }

    private void advance(Entry<K, E> first) {
        clocks.merge(first.priority, first.turn, Math::max);
    }

    private @Nullable Entry<K, E> first() {
        return first(entry -> true);
    }

    private @Nullable Entry<K, E> first(Predicate<Entry<K, E>> admitted) {
        Entry<K, E> first = null;
        for (Entry<K, E> entry : waiting) {
            if ((first == null || before(entry, first)) && admitted.test(entry)) {
                first = entry;
            }
        }
        return first;
    }

    private static boolean before(Entry<?, ?> entry, Entry<?, ?> other) {
        return entry.priority == other.priority
                ? entry.turn < other.turn
                : entry.priority > other.priority;
    }

    /** Keys that are owed nothing are as good as unknown. */
    private void forgetPaid() {
        if (promised.size() >= sweepAt) {
            promised.entrySet().removeIf(entry -> entry.getValue() <= now(entry.getKey().priority));
            sweepAt = Math.max(MIN_REMEMBERED, 2 * promised.size());
        }
    }
}
