package io.vedette.sources;

import io.vedette.schema.CameraStatus;
import io.vedette.schema.Frame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;

/**
 * Watches the cameras that the enumerator tells it to, each in a daemon thread of its own, and
 * serves them by their shares. A camera that leaves the list emits nothing more from that moment
 * on. How the cameras do goes back to the enumerator, from their own threads.
 *
 * <p>A checkpoint holds nothing of it. The record timestamp is the capture time in milliseconds,
 * and each camera has its own output, so watermarks and idleness are per camera, and one that ends
 * or leaves holds no watermark. Closing stops all threads at once and waits for them, but not for
 * ever.
 */
final class RtspSourceReader implements SourceReader<Frame, CameraSplit> {

    private final SourceReaderContext context;
    private final Counter recordsIn;
    private final FrameHandOver handOver = new FrameHandOver();
    private final CameraThreads threads;
    private final WatchedCameras cameras;
    private final Map<String, SourceOutput<Frame>> outputs = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private boolean noMoreCameras;

    RtspSourceReader(
            SourceReaderContext context,
            CaptureSettings capture,
            RtspSettings rtsp,
            boolean bounded,
            CameraLoop.Opener opener) {
        this.context = context;
        WatchSettings settings = new WatchSettings(capture, rtsp, bounded, opener);
        this.threads =
                new CameraThreads(settings, handOver, context.metricGroup(), this::statusChanged);
        this.cameras = new WatchedCameras(threads);
        this.recordsIn = context.metricGroup().getIOMetricGroup().getNumRecordsInCounter();
    }

    /** In the camera's thread. */
    private void statusChanged(CameraStatus status) {
        context.sendSourceEventToCoordinator(new CameraStatusEvent(status));
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<CameraSplit> splits) {
        if (!splits.isEmpty()) {
            throw new IllegalStateException("Cameras come as a list, never as splits.");
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (event instanceof CameraListEvent list) {
            left.addAll(cameras.become(list.cameras()));
            handOver.wakeUp();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Frame> output) {
        left.forEach(camera -> release(camera, output));
        left.clear();
        FrameHandOver.Arrival arrival = handOver.poll();
        if (arrival == null) {
            return finished() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (arrival.frame() == null) {
            cameras.ended(arrival.camera());
            release(arrival.camera(), output);
        } else {
            emit(arrival.frame(), output);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private void emit(Frame frame, ReaderOutput<Frame> output) {
        recordsIn.inc();
        outputs.computeIfAbsent(frame.camera(), output::createOutputForSplit)
                .collect(frame, frame.capturedAt().toEpochMilli());
    }

    /**
     * Idle first: where the last output goes, Flink does not see by itself that nothing is left
     * that could hold the watermark.
     */
    private void release(String camera, ReaderOutput<Frame> output) {
        SourceOutput<Frame> former = outputs.remove(camera);
        if (former != null) {
            former.markIdle();
            output.releaseOutputForSplit(camera);
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return finished() ? CompletableFuture.completedFuture(null) : handOver.availability();
    }

    private boolean finished() {
        return noMoreCameras && cameras.allOver();
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreCameras = true;
        handOver.wakeUp();
    }

    @Override
    public List<CameraSplit> snapshotState(long checkpointId) {
        return List.of();
    }

    @Override
    public void close() {
        threads.close();
        handOver.close();
    }
}
