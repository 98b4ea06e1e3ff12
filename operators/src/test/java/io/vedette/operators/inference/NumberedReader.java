package io.vedette.operators.inference;

import io.vedette.operators.inference.NumberedSource.KeySplit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a {@link NumberedSource} that its subtask owns, in turn, and then ends. */
final class NumberedReader implements SourceReader<Item, KeySplit> {

    private final NumberedSource source;
    private final long owned;
    private final Deque<KeySplit> reading = new ArrayDeque<>();
    private final List<KeySplit> finished = new ArrayList<>();
    private CompletableFuture<Void> assigned = new CompletableFuture<>();
    private CompletableFuture<?> waiting = CompletableFuture.completedFuture(null);

    NumberedReader(NumberedSource source, SourceReaderContext context) {
        this.source = source;
        this.owned =
                source.allKeys().stream()
                        .filter(
                                key ->
                                        source.owner(key, context.currentParallelism())
                                                == context.getIndexOfSubtask())
                        .count();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Item> output) {
        KeySplit split = next();
        if (split != null) {
            output.collect(source.item(split.key(), split.next()), split.next());
            keep(new KeySplit(split.key(), split.next() + 1));
            return InputStatus.MORE_AVAILABLE;
        }
        return finished.size() == owned ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }

    private @Nullable KeySplit next() {
        CompletableFuture<Void> raised = source.gate().raised();
        KeySplit split = reading.peek();
        if (split == null || !source.gate().isOpenFor(split.next())) {
            waiting = CompletableFuture.anyOf(raised, assigned);
            return null;
        }
        return reading.remove();
    }

    private void keep(KeySplit split) {
        if (split.next() < source.numbers()) {
            reading.add(split);
        } else {
            finished.add(split);
        }
    }

    @Override
    public void addSplits(List<KeySplit> splits) {
        splits.forEach(split -> source.resumed().add(split.next()));
        splits.forEach(this::keep);
        assigned.complete(null);
        assigned = new CompletableFuture<>();
    }

    @Override
    public List<KeySplit> snapshotState(long checkpoint) {
        List<KeySplit> all = new ArrayList<>(reading);
        all.addAll(finished);
        return all;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return waiting.thenApply(any -> null);
    }

    @Override
    public void start() {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
