package io.vedette.sources;

import io.vedette.schema.Camera;
import io.vedette.schema.Frame;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The frames of all cameras. A camera is a split, and it is read by the subtask that owns its id as
 * a key, so that {@code DataStreamUtils.reinterpretAsKeyedStream(frames, Frame::camera)} is right
 * and a keyed operator can be chained to the source.
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

    private final ArrayList<CameraSplit> cameras;
    private final CaptureSettings capture;
    private final RtspSettings rtsp;
    private final int maxParallelism;
    private final boolean bounded;

    /**
     * @param cameras those that are enabled are read; ids must differ
     * @param maxParallelism of the job: the key groups over which cameras are spread
     * @param bounded whether the source ends when all cameras have; they must be files then
     * @throws IllegalArgumentException naming every camera that is not understood
     */
    public RtspSource(
            List<Camera> cameras,
            CaptureSettings capture,
            RtspSettings rtsp,
            int maxParallelism,
            boolean bounded) {
        this.cameras = new ArrayList<>(splits(cameras, bounded));
        this.capture = capture;
        this.rtsp = rtsp;
        this.maxParallelism = maxParallelism;
        this.bounded = bounded;
    }

    private static List<CameraSplit> splits(List<Camera> cameras, boolean bounded) {
        List<CameraSplit> splits = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Camera camera : cameras) {
            if (!ids.add(camera.id())) {
                problems.add("Camera '%s' is given twice.".formatted(camera.id()));
            } else if (camera.enabled()) {
                CameraSplit split = CameraSplit.of(camera);
                check(split, bounded, problems);
                splits.add(split);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        return splits;
    }

    private static void check(CameraSplit split, boolean bounded, List<String> problems) {
        try {
            FileUri file = split.file();
            if (bounded && (file == null || file.loop())) {
                problems.add(
                        "Camera '%s' must be a file that ends, since the run is bounded."
                                .formatted(split.camera()));
            }
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return bounded ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<CameraSplit, RtspEnumeratorState> createEnumerator(
            SplitEnumeratorContext<CameraSplit> context) {
        return new RtspSourceEnumerator(context, cameras, maxParallelism, bounded);
    }

    @Override
    public SplitEnumerator<CameraSplit, RtspEnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<CameraSplit> context, RtspEnumeratorState state) {
        return createEnumerator(context);
    }

    @Override
    public SourceReader<Frame, CameraSplit> createReader(SourceReaderContext context) {
        return new RtspSourceReader(
                context, capture, rtsp, bounded, new KnockingOpener(this::open));
    }

    private FrameStream open(CameraSplit camera, BooleanSupplier cancelled) throws IOException {
        FileUri file = camera.file();
        return file == null
                ? FfmpegFrameStream.ofNetwork(camera.uri(), rtsp, cancelled)
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
