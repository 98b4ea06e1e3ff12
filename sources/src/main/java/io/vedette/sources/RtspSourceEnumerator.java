package io.vedette.sources;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Gives every camera to the subtask that owns its key, so that a keyed operator chained to the
 * source finds the camera's state on its own subtask.
 *
 * <p>Ownership is a function of camera, maximum parallelism and parallelism. A reader that comes
 * back after a failure or a rescale is told its cameras anew, and nothing is ever handed back.
 */
final class RtspSourceEnumerator implements SplitEnumerator<CameraSplit, RtspEnumeratorState> {

    private final SplitEnumeratorContext<CameraSplit> context;
    private final List<CameraSplit> cameras;
    private final int maxParallelism;
    private final boolean bounded;

    RtspSourceEnumerator(
            SplitEnumeratorContext<CameraSplit> context,
            List<CameraSplit> cameras,
            int maxParallelism,
            boolean bounded) {
        this.context = context;
        this.cameras = cameras;
        this.maxParallelism = maxParallelism;
        this.bounded = bounded;
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int subtask) {
        List<CameraSplit> owned =
                cameras.stream().filter(camera -> owner(camera) == subtask).toList();
        if (!owned.isEmpty()) {
            context.assignSplits(new SplitsAssignment<>(Map.of(subtask, owned)));
        }
        if (bounded) {
            context.signalNoMoreSplits(subtask);
        }
    }

    private int owner(CameraSplit camera) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                camera.camera(), maxParallelism, context.currentParallelism());
    }

    @Override
    public void addSplitsBack(List<CameraSplit> splits, int subtask) {
        // the subtask's next reader is told its cameras by addReader
    }

    @Override
    public void handleSplitRequest(int subtask, @Nullable String hostname) {
        // cameras are assigned, not asked for
    }

    @Override
    public RtspEnumeratorState snapshotState(long checkpointId) {
        return new RtspEnumeratorState();
    }

    @Override
    public void close() {}
}
