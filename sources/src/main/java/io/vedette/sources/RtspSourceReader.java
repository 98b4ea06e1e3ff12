package io.vedette.sources;

import io.vedette.schema.Frame;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the cameras of one subtask, each in a daemon thread of its own, and serves them in turn.
 *
 * <p>A checkpoint holds nothing of it. The record timestamp is the capture time in milliseconds,
 * and each camera has its own output, so watermarks and idleness are per camera. Closing stops all
 * threads at once and waits for them, but not for ever: a thread that a native call holds frees its
 * memory whenever that call returns.
 */
final class RtspSourceReader implements SourceReader<Frame, CameraSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(RtspSourceReader.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final SourceReaderContext context;
    private final CaptureSettings capture;
    private final RtspSettings rtsp;
    private final boolean bounded;
    private final CameraLoop.Opener opener;
    private final Counter recordsIn;
    private final FrameHandOver handOver = new FrameHandOver();
    private final StopSignal stop = new StopSignal();
    private final Map<String, Thread> threads = new HashMap<>();
    private final Map<String, SourceOutput<Frame>> outputs = new HashMap<>();
    private int running;
    private boolean noMoreSplits;

    RtspSourceReader(
            SourceReaderContext context,
            CaptureSettings capture,
            RtspSettings rtsp,
            boolean bounded,
            CameraLoop.Opener opener) {
        this.context = context;
        this.capture = capture;
        this.rtsp = rtsp;
        this.bounded = bounded;
        this.opener = opener;
        this.recordsIn = context.metricGroup().getIOMetricGroup().getNumRecordsInCounter();
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<CameraSplit> splits) {
        for (CameraSplit split : splits) {
            if (!threads.containsKey(split.splitId())) {
                threads.put(split.splitId(), started(split));
                running++;
            }
        }
    }

    private Thread started(CameraSplit split) {
        Backoff backoff =
                new Backoff(rtsp.reconnectInitialDelay(), rtsp.reconnectMaxDelay(), new Random());
        CameraMetrics metrics = new CameraMetrics(context.metricGroup(), split.camera());
        CameraLoop loop =
                new CameraLoop(split, capture, backoff, bounded, opener, handOver, metrics, stop);
        Thread thread = new Thread(loop, "camera " + split.camera());
        thread.setDaemon(true);
        thread.start();
        return thread;
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
        stop.set();
        threads.values().forEach(Thread::interrupt);
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (Thread thread : threads.values()) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(RtspSourceReader::reportAlive);
    }

    private static void reportAlive(String camera, Thread thread) {
        if (thread.isAlive()) {
            LOG.warn(
                    "Camera '{}': its thread did not stop yet; it will when its native call returns.",
                    camera);
        }
    }
}
