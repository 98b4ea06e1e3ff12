package io.vedette.sources;

import io.vedette.schema.Camera;
import io.vedette.schema.Frame;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import io.vedette.sources.list.CameraList;
import io.vedette.sources.list.StatusChannel;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The frames of all cameras of a list that may change at any time. A camera is a split, and it is
 * read by the subtask that owns its id as a key, so that {@code
 * DataStreamUtils.reinterpretAsKeyedStream(frames, Frame::camera)} is right and a keyed operator
 * can be chained to the source.
 *
 * <p>A live camera never queues more than one frame: when the job lags, the newest frame replaces
 * the one that waits, and the loss is counted. A file with {@code pace=max} loses nothing. A camera
 * that fails is connected again for ever and never disturbs another.
 *
 * <p>Checkpoints hold nothing. Frames that a live camera sends while nobody reads are gone; a file
 * starts again from its beginning.
 */
public final class RtspSource implements Source<Frame, CameraSplit, RtspEnumeratorState> {

    private static final long serialVersionUID = 1;

    private final CameraList cameras;
    private final StatusChannel statuses;
    private final CaptureSettings capture;
    private final RtspSettings rtsp;
    private final int maxParallelism;
    private final boolean bounded;
    private final Cameras reached;

    /** How cameras are reached. */
    interface Cameras extends CameraLoop.Opener, Serializable {}

    /**
     * @param cameras those that are enabled are watched
     * @param statuses where it is told how they do
     * @param maxParallelism of the job: the key groups over which cameras are spread
     * @param bounded whether the source ends when all cameras of the first list have; they must be
     *     files then
     */
    public RtspSource(
            CameraList cameras,
            StatusChannel statuses,
            CaptureSettings capture,
            RtspSettings rtsp,
            int maxParallelism,
            boolean bounded) {
        this(
                cameras,
                statuses,
                capture,
                rtsp,
                maxParallelism,
                bounded,
                (camera, cancelled) -> open(camera, rtsp, cancelled));
    }

    RtspSource(
            CameraList cameras,
            StatusChannel statuses,
            CaptureSettings capture,
            RtspSettings rtsp,
            int maxParallelism,
            boolean bounded,
            Cameras reached) {
        this.cameras = cameras;
        this.statuses = statuses;
        this.capture = capture;
        this.rtsp = rtsp;
        this.maxParallelism = maxParallelism;
        this.bounded = bounded;
        this.reached = reached;
    }

    /**
     * Cameras that never change, of which nothing is told.
     *
     * @throws IllegalArgumentException naming every camera that is not understood
     */
    public RtspSource(
            List<Camera> cameras,
            CaptureSettings capture,
            RtspSettings rtsp,
            int maxParallelism,
            boolean bounded) {
        this(
                CameraList.fixed(checked(cameras, bounded)),
                StatusChannel.none(),
                capture,
                rtsp,
                maxParallelism,
                bounded);
    }

    /**
     * The cameras themselves, if they can be watched.
     *
     * @param bounded whether only files that end can
     * @throws IllegalArgumentException naming every camera that is not understood
     */
    public static List<Camera> checked(List<Camera> cameras, boolean bounded) {
        Set<String> ids = new HashSet<>();
        Stream<String> twice =
                cameras.stream()
                        .map(Camera::id)
                        .filter(id -> !ids.add(id))
                        .map("Camera '%s' is given twice."::formatted);
        Stream<String> refused = WatchList.of(cameras, bounded).refused().values().stream();
        List<String> problems = Stream.concat(refused, twice).toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        return cameras;
    }

    @Override
    public Boundedness getBoundedness() {
        return bounded ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<CameraSplit, RtspEnumeratorState> createEnumerator(
            SplitEnumeratorContext<CameraSplit> context) {
        return new RtspSourceEnumerator(context, cameras, statuses, maxParallelism, bounded);
    }

    @Override
    public SplitEnumerator<CameraSplit, RtspEnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<CameraSplit> context, RtspEnumeratorState state) {
        return createEnumerator(context);
    }

    @Override
    public SourceReader<Frame, CameraSplit> createReader(SourceReaderContext context) {
        return new RtspSourceReader(context, capture, rtsp, bounded, new KnockingOpener(reached));
    }

    private static FrameStream open(
            CameraSplit camera, RtspSettings rtsp, BooleanSupplier cancelled) throws IOException {
        FileUri file = camera.file();
        return file == null
                ? FfmpegFrameStream.ofNetwork(
                        camera.uri(), rtsp, camera.framesPerSecond(), cancelled)
                : FfmpegFrameStream.ofFile(file.path(), cancelled);
    }

    @Override
    public SimpleVersionedSerializer<CameraSplit> getSplitSerializer() {
        return new CameraSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<RtspEnumeratorState> getEnumeratorCheckpointSerializer() {
        return new RtspEnumeratorState.Serializer();
    }
}
