package io.vedette.sources;

import io.vedette.schema.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;

/**
 * Reads the cameras of one subtask, each in a daemon thread of its own, and serves them in turn.
 *
 * <p>A checkpoint holds nothing of it. The record timestamp is the capture time in milliseconds,
 * and each camera has its own output, so watermarks and idleness are per camera. Closing stops all
 * threads at once and waits for them, but not for ever.
 */
final class RtspSourceReader implements SourceReader<Frame, CameraSplit> {

    private final Counter recordsIn;
    private final FrameHandOver handOver = new FrameHandOver();
    private final CameraThreads threads;
    private final Map<String, WatchedCamera> cameras = new HashMap<>();
    private final Map<String, SourceOutput<Frame>> outputs = new HashMap<>();
    private int running;
    private boolean noMoreSplits;

    RtspSourceReader(
            SourceReaderContext context,
            CaptureSettings capture,
            RtspSettings rtsp,
            boolean bounded,
            CameraLoop.Opener opener) {
        WatchSettings settings = new WatchSettings(capture, rtsp, bounded, opener);
        this.threads = new CameraThreads(settings, handOver, context.metricGroup(), status -> {});
        this.recordsIn = context.metricGroup().getIOMetricGroup().getNumRecordsInCounter();
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<CameraSplit> splits) {
        for (CameraSplit split : splits) {
            if (!cameras.containsKey(split.splitId())) {
                cameras.put(split.splitId(), threads.watch(split));
                running++;
            }
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Frame> output) {
        FrameHandOver.Arrival arrival = handOver.poll();
        if (arrival == null) {
            return finished() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (arrival.frame() == null) {
            running--;
            outputs.remove(arrival.camera());
            output.releaseOutputForSplit(arrival.camera());
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

    @Override
    public CompletableFuture<Void> isAvailable() {
        return finished() ? CompletableFuture.completedFuture(null) : handOver.availability();
    }

    private boolean finished() {
        return noMoreSplits && running == 0;
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        handOver.wakeUp();
    }

    @Override
    public List<CameraSplit> snapshotState(long checkpointId) {
        return List.of();
    }

    @Override
    public void close() {
        threads.close();
    }
}
