package io.vedette.operators.inference;

import io.vedette.operators.inference.NumberedSource.KeySplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Hands every key of a {@link NumberedSource} to the subtask that owns it, also after rescaling.
 */
final class NumberedEnumerator implements SplitEnumerator<KeySplit, List<KeySplit>> {

    private final NumberedSource source;
    private final SplitEnumeratorContext<KeySplit> context;
    private final Map<String, KeySplit> unassigned = new HashMap<>();

    NumberedEnumerator(
            NumberedSource source,
            SplitEnumeratorContext<KeySplit> context,
            List<KeySplit> unassigned) {
        this.source = source;
        this.context = context;
        unassigned.forEach(split -> this.unassigned.put(split.key(), split));
    }

    @Override
    public void addReader(int subtask) {
        ReaderInfo reader = context.registeredReaders().get(subtask);
        List<KeySplit> reported = reader.getReportedSplitsOnRegistration();
        reported.forEach(split -> unassigned.put(split.key(), split));
        assign();
    }

    @Override
    public void addSplitsBack(List<KeySplit> splits, int subtask) {
        splits.forEach(split -> unassigned.put(split.key(), split));
    }

    private void assign() {
        Map<Integer, List<KeySplit>> assignment = new HashMap<>();
        for (KeySplit split : List.copyOf(unassigned.values())) {
            int owner = source.owner(split.key(), context.currentParallelism());
            if (context.registeredReaders().containsKey(owner)) {
                assignment.computeIfAbsent(owner, subtask -> new ArrayList<>()).add(split);
                unassigned.remove(split.key());
            }
        }
        context.assignSplits(new SplitsAssignment<>(assignment));
    }

    @Override
    public List<KeySplit> snapshotState(long checkpoint) {
        return List.copyOf(unassigned.values());
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {}

    @Override
    public void close() {}
}
