package io.vedette.operators.inference;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Numbers from 0 for each of some keys, exactly once. A key is always read by the subtask that owns
 * its key group, so that the stream may be reinterpreted as keyed, and is read on from where the
 * last checkpoint was.
 *
 * @param name of the run; what happened in it is told by it
 */
record NumberedSource(String name, int keys, int numbers, int maxParallelism)
        implements Source<Item, NumberedSource.KeySplit, List<NumberedSource.KeySplit>>,
                SupportsSplitReassignmentOnRecovery {

    /** By run, the numbers at which keys were read on, 0 where they began. */
    private static final Map<String, List<Integer>> RESUMED = new ConcurrentHashMap<>();

    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    /** Runs that had their failure. */
    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

    /** A key and its next number. */
    record KeySplit(String key, int next) implements SourceSplit {

        @Override
        public String splitId() {
            return key;
        }
    }

    /** How far keys may be read for now. */
    static final class Gate {

        private int limit;
        private CompletableFuture<Void> raised = new CompletableFuture<>();

        synchronized void raise(int newLimit) {
            limit = newLimit;
            raised.complete(null);
            raised = new CompletableFuture<>();
        }

        synchronized boolean isOpenFor(int number) {
            return number < limit;
        }

        /** Completes when it is raised the next time. */
        synchronized CompletableFuture<Void> raised() {
            return raised;
        }
    }

    /** Closed at first. */
    Gate gate() {
        return GATES.computeIfAbsent(name, run -> new Gate());
    }

    List<Integer> resumed() {
        return RESUMED.computeIfAbsent(name, run -> new CopyOnWriteArrayList<>());
    }

    List<String> allKeys() {
        return IntStream.range(0, keys).mapToObj(i -> "key-" + i).toList();
    }

    int owner(String key, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, maxParallelism, parallelism);
    }

    /** The element, with a fate that its number says; once in a run reading one fails. */
    Item item(String key, int number) {
        if (key.equals("key-1") && number == 2 * numbers / 3 && FAILED.add(name)) {
            throw new IllegalStateException("cannot read " + key + "/" + number);
        }
        Fate fate =
                key.equals("key-2") && number == 3 * numbers / 4
                        ? Fate.FATAL_ONCE
                        : isBad(key, number) ? Fate.BAD : Fate.GOOD;
        return Item.of(key, number, fate);
    }

    static boolean isBad(String key, int number) {
        return Math.floorMod(31 * number + key.hashCode(), 37) == 0;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Item, KeySplit> createReader(SourceReaderContext context) {
        return new NumberedReader(this, context);
    }

    @Override
    public SplitEnumerator<KeySplit, List<KeySplit>> createEnumerator(
            SplitEnumeratorContext<KeySplit> context) {
        return restoreEnumerator(
                context, allKeys().stream().map(key -> new KeySplit(key, 0)).toList());
    }

    @Override
    public SplitEnumerator<KeySplit, List<KeySplit>> restoreEnumerator(
            SplitEnumeratorContext<KeySplit> context, List<KeySplit> unassigned) {
        return new NumberedEnumerator(this, context, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<KeySplit> getSplitSerializer() {
        return new SplitsSerializer<>() {
            @Override
            List<KeySplit> splits(KeySplit split) {
                return List.of(split);
            }

            @Override
            KeySplit of(List<KeySplit> splits) {
                return splits.get(0);
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<List<KeySplit>> getEnumeratorCheckpointSerializer() {
        return new SplitsSerializer<>() {
            @Override
            List<KeySplit> splits(List<KeySplit> splits) {
                return splits;
            }

            @Override
            List<KeySplit> of(List<KeySplit> splits) {
                return splits;
            }
        };
    }

    /** Lines of {@code key next}. */
    private abstract static class SplitsSerializer<T> implements SimpleVersionedSerializer<T> {

        abstract Collection<KeySplit> splits(T value);

        abstract T of(List<KeySplit> splits);

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(T value) {
            StringBuilder lines = new StringBuilder();
            splits(value).forEach(split -> lines.append(split.key + " " + split.next + "\n"));
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public T deserialize(int version, byte[] bytes) {
            return of(
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split(" "))
                            .map(parts -> new KeySplit(parts[0], Integer.parseInt(parts[1])))
                            .toList());
        }
    }
}
