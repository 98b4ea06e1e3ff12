package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Anchor;
import io.vedette.schema.Camera;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The source in a real Flink cluster within this process, with real videos and a real server. */
class RtspSourceITCase {

    private static final int MAX_PARALLELISM = 128;
    private static final RasterSpec NANO =
            new RasterSpec(416, 416, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);
    private static final RtspSettings IMPATIENT =
            new RtspSettings(
                    RtspSettings.Transport.TCP,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500));
    private static final String FAST = "?pace=max&start=2026-01-01T00:00:00Z";

    private final InMemoryReporter metrics = InMemoryReporter.create();
    private StreamExecutionEnvironment environment;

    @BeforeEach
    void createEnvironment() {
        SeenFrames.clear();
        CountFunction.COUNTS.clear();
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        metrics.addToConfiguration(configuration);
        environment = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        environment.setMaxParallelism(MAX_PARALLELISM);
    }

    @AfterEach
    void closeReporter() throws Exception {
        environment.close();
        metrics.close();
    }

    @Test
    void everyFrameOfEveryFileArrivesInOrder() throws Exception {
        frames(
                        List.of(
                                file("belt", "bottle-detection.mp4", FAST),
                                file("road", "car-detection.mp4", FAST)),
                        true)
                .sinkTo(new DiscardingSink<>());

        environment.execute();

        assertComplete(SeenFrames.of("belt"), 1189);
        assertComplete(SeenFrames.of("road"), 377);
        assertThat(SeenFrames.of("belt").get(0).capturedAt()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void framesAreWithTheSubtaskThatOwnsTheirKeyInOneChain() throws Exception {
        List<Camera> cameras =
                IntStream.range(0, 8)
                        .mapToObj(i -> file("camera-" + i, "media3_silent-black-10s.mp4", FAST))
                        .toList();
        DataStream<Frame> frames = frames(cameras, true);
        DataStreamUtils.reinterpretAsKeyedStream(frames, Frame::camera, Types.STRING)
                .process(new CountFunction())
                .sinkTo(new DiscardingSink<>());

        assertThat(environment.getStreamGraph(false).getJobGraph().getNumberOfVertices())
                .isEqualTo(1);
        environment.execute();

        assertThat(CountFunction.COUNTS).hasSize(8);
        assertThat(CountFunction.COUNTS.values()).containsOnly(300L);
    }

    @Test
    void theCameraComesBackAfterTheServerRestartsAndOthersNeverPause() throws Exception {
        try (RtspServerProcess server =
                RtspServerProcess.playing(SharedData.video("bottle-detection.mp4"))) {
            JobClient job = watch(server);
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> SeenFrames.count("belt") > 20);

                server.kill();
                awaitGauge(job.getJobID(), "connected", 0);
                int road = SeenFrames.count("road");
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> SeenFrames.count("road") > road + 20);
                int belt = SeenFrames.count("belt");
                server.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> SeenFrames.count("belt") > belt + 20);
            } finally {
                stop(job);
            }

            assertRising(SeenFrames.of("belt"));
            assertRising(SeenFrames.of("road"));
            assertThat(longestPause(SeenFrames.of("road"))).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aServerThatFreezesIsNoticedAndUsedAgainWhenItThaws() throws Exception {
        try (RtspServerProcess server =
                RtspServerProcess.playing(SharedData.video("bottle-detection.mp4"))) {
            JobClient job = watch(server);
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> SeenFrames.count("belt") > 20);

                server.freeze();
                awaitGauge(job.getJobID(), "connected", 0);
                int belt = SeenFrames.count("belt");
                server.thaw();

                awaitGauge(job.getJobID(), "connected", 1);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> SeenFrames.count("belt") > belt + 20);
            } finally {
                stop(job);
            }
        }
    }

    /** Cancels the job and awaits its end, so that no frame of it is seen by the next test. */
    private static void stop(JobClient job) throws Exception {
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        job.cancel().get();
        end.handle((result, cancelled) -> null).get(30, TimeUnit.SECONDS);
    }

    private JobClient watch(RtspServerProcess server) throws Exception {
        environment.enableCheckpointing(200);
        frames(
                        List.of(
                                Camera.of("belt", server.uri()),
                                file("road", "car-detection.mp4", "?loop=true"),
                                Camera.of("dead", "rtsp://127.0.0.1:9/none"),
                                Camera.of("missing", "file:///no/such/video.mp4")),
                        false)
                .sinkTo(new DiscardingSink<>());
        return environment.executeAsync();
    }

    private DataStream<Frame> frames(List<Camera> cameras, boolean bounded) {
        CaptureSettings capture = new CaptureSettings(NANO, Duration.ofSeconds(1), 80);
        RtspSource source = new RtspSource(cameras, capture, IMPATIENT, MAX_PARALLELISM, bounded);
        return environment
                .fromSource(
                        source,
                        WatermarkStrategy.forMonotonousTimestamps(),
                        "Cameras",
                        TypeInformation.of(Frame.class))
                .filter(frame -> frame.raster() != null && frame.raster().fits(NANO))
                .process(new SeenFrames());
    }

    private static Camera file(String id, String video, String query) {
        return Camera.of(id, SharedData.video(video).toUri() + query);
    }

    private void awaitGauge(JobID job, String name, int value) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                metrics
                                        .findMetrics(job, "rtsp.camera.belt." + name)
                                        .values()
                                        .stream()
                                        .anyMatch(
                                                metric ->
                                                        ((Gauge<?>) metric)
                                                                .getValue()
                                                                .equals(value)));
    }

    private static void assertComplete(List<Frame> frames, int count) {
        assertThat(frames.stream().map(Frame::sequence))
                .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
        assertRising(frames);
    }

    private static void assertRising(List<Frame> frames) {
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).capturedAt()).isAfter(frames.get(i - 1).capturedAt());
            assertThat(frames.get(i).sequence()).isGreaterThan(frames.get(i - 1).sequence());
        }
    }

    private static Duration longestPause(List<Frame> frames) {
        return IntStream.range(1, frames.size())
                .mapToObj(
                        i ->
                                Duration.between(
                                        frames.get(i - 1).arrivedAt(), frames.get(i).arrivedAt()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Counts frames per camera in keyed state, which only the key's owner may touch. */
    private static final class CountFunction extends KeyedProcessFunction<String, Frame, Frame> {

        private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public void processElement(Frame frame, Context context, Collector<Frame> frames)
                throws Exception {
            long now = count.value() == null ? 1 : count.value() + 1;
            count.update(now);
            COUNTS.put(context.getCurrentKey(), now);
        }
    }
}
