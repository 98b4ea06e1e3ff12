package io.vedette.sources;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraStatus;
import io.vedette.sources.list.CameraList;
import io.vedette.sources.list.CameraListFollower;
import io.vedette.sources.list.StatusChannel;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the camera list and tells every camera to the subtask that owns its key, so that a keyed
 * operator chained to the source finds the camera's state on its own subtask. It also passes on how
 * the cameras do.
 *
 * <p>Ownership is a function of camera, maximum parallelism and parallelism. A reader hears its
 * whole list, when it registers and whenever the list changes, so one that comes back after a
 * failure or a rescale watches what the list says then. A checkpoint holds nothing: no reader is
 * told anything before the list is known.
 *
 * <p>All state belongs to the coordinator's thread; the list is followed in another one.
 */
final class RtspSourceEnumerator implements SplitEnumerator<CameraSplit, RtspEnumeratorState> {

    private static final Logger LOG = LoggerFactory.getLogger(RtspSourceEnumerator.class);

    private final SplitEnumeratorContext<CameraSplit> context;
    private final CameraList list;
    private final int maxParallelism;
    private final boolean bounded;
    private final StatusReport statuses;
    private @Nullable CameraListFollower follower;
    private @Nullable WatchList known;

    RtspSourceEnumerator(
            SplitEnumeratorContext<CameraSplit> context,
            CameraList list,
            StatusChannel statuses,
            int maxParallelism,
            boolean bounded) {
        this.context = context;
        this.list = list;
        this.maxParallelism = maxParallelism;
        this.bounded = bounded;
        this.statuses = new StatusReport(statuses);
    }

    @Override
    public void start() {
        statuses.open();
        follower = CameraListFollower.start(list, this::changed, this::failed);
    }

    /** In the follower's thread. */
    private void changed(List<Camera> cameras) {
        inCoordinatorThread(() -> take(WatchList.of(cameras, bounded)));
    }

    /** In the follower's thread; what is thrown in the coordinator's fails the job. */
    private void failed(Error cause) {
        inCoordinatorThread(
                () -> {
                    throw new IllegalStateException("The camera list cannot be followed.", cause);
                });
    }

    private void inCoordinatorThread(Runnable action) {
        try {
            context.runInCoordinatorThread(action);
        } catch (RejectedExecutionException e) {
            LOG.debug("The job ends, so the camera list does not matter any more.");
        }
    }

    private void take(WatchList newest) {
        if (bounded && known != null) {
            return;
        }
        if (known == null && list.isWhole()) {
            statuses.begin(newest);
        }
        WatchList former = known == null ? WatchList.EMPTY : known;
        known = newest;
        ListChange.between(former, newest).log();
        statuses.change(former, newest);
        context.registeredReaders().keySet().forEach(subtask -> tell(subtask, newest));
        if (bounded && follower != null) {
            follower.stop();
        }
    }

    @Override
    public void addReader(int subtask) {
        if (known != null) {
            tell(subtask, known);
        }
    }

    private void tell(int subtask, WatchList cameras) {
        List<CameraSplit> owned =
                cameras.watched().values().stream()
                        .filter(camera -> owner(camera.camera()) == subtask)
                        .toList();
        context.sendEventToSourceReader(subtask, new CameraListEvent(owned));
        if (bounded) {
            context.signalNoMoreSplits(subtask);
        }
    }

    private int owner(String camera) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                camera, maxParallelism, context.currentParallelism());
    }

    /** A status that comes too late, of a camera that is not watched any more, is dropped. */
    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        if (event instanceof CameraStatusEvent told) {
            CameraStatus status = told.status();
            if (known != null && known.watched().containsKey(status.camera())) {
                statuses.publish(status);
            }
        }
    }

    @Override
    public void addSplitsBack(List<CameraSplit> splits, int subtask) {
        // none were assigned
    }

    @Override
    public void handleSplitRequest(int subtask, @Nullable String hostname) {
        // cameras are told, not asked for
    }

    @Override
    public RtspEnumeratorState snapshotState(long checkpointId) {
        return new RtspEnumeratorState();
    }

    @Override
    public void close() {
        if (follower != null) {
            follower.close();
        }
        statuses.close();
    }
}
