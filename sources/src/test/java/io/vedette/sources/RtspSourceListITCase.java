package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Frame;
import io.vedette.sources.list.CameraList;
import io.vedette.sources.list.StatusChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobResourceRequirements;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The camera list on a cluster that is rescaled, loses TaskManagers and starts again. */
@Timeout(180)
class RtspSourceListITCase {

    private static final int MAX_PARALLELISM = 128;
    private static final Duration IDLE_AFTER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private MiniCluster cluster;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        OpenCameras.clear();
        SeenAt.clear();
        file = folder.resolve("cameras.yaml");
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration())
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(3)
                                .build());
        cluster.start();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void camerasMoveWithEveryRescaleAndTaskManagerAndNoneIsOpenedTwice() throws Exception {
        List<String> cameras = IntStream.range(0, 12).mapToObj(i -> "camera-" + i).toList();
        list(cameras);
        JobGraph graph = counted(1);
        JobID job = cluster.submitJob(graph).get().getJobID();
        awaitWatched(cameras, 1);

        rescale(job, graph, 3);
        awaitWatched(cameras, 3);
        rescale(job, graph, 2);
        awaitWatched(cameras, 2);

        cluster.terminateTaskManager(0).get();
        await().atMost(PATIENCE).until(() -> OpenCameras.open() == 0);
        List<String> others =
                Stream.concat(cameras.stream().skip(1), Stream.of("new-1", "new-2")).toList();
        list(others);
        cluster.startTaskManager();
        awaitWatched(others, 2);

        assertThat(OpenCameras.now("camera-0")).isZero();
        for (String camera : Stream.concat(cameras.stream(), others.stream()).toList()) {
            assertThat(OpenCameras.most(camera)).as(camera).isEqualTo(1);
        }
        assertThat(cluster.getJobStatus(job).get()).isEqualTo(JobStatus.RUNNING);
        cluster.cancelJob(job).get();
        await().atMost(PATIENCE).until(() -> OpenCameras.open() == 0 && followers() == 0);
    }

    @Test
    void aCameraThatLeavesAnotherSubtaskOrFallsSilentHoldsNoWatermark() throws Exception {
        String removed = ownedBy(0, "removed");
        String silent = ownedBy(0, "silent");
        String living = ownedBy(1, "living");
        list(List.of(removed, silent, living));
        JobID job = cluster.submitJob(watermarked()).get().getJobID();
        await().atMost(PATIENCE).until(() -> Watermarks.SEEN.size() == 3);
        awaitRisingWatermark(living);

        OpenCameras.silence(silent);
        awaitRisingWatermark(living);
        list(List.of(silent, living));
        await().atMost(PATIENCE).until(() -> OpenCameras.now(removed) == 0);
        awaitRisingWatermark(living);
        list(List.of(living));
        await().atMost(PATIENCE).until(() -> OpenCameras.open() == 1);

        awaitRisingWatermark(living);
        cluster.cancelJob(job).get();
    }

    @Test
    void theLastCameraOfASubtaskThatLeavesHoldsNoWatermark() throws Exception {
        String removed = ownedBy(0, "removed");
        String living = ownedBy(1, "living");
        list(List.of(removed, living));
        JobID job = cluster.submitJob(watermarked()).get().getJobID();
        await().atMost(PATIENCE).until(() -> Watermarks.SEEN.size() == 2);

        list(List.of(living));
        await().atMost(PATIENCE).until(() -> OpenCameras.now(removed) == 0);

        awaitRisingWatermark(living);
        cluster.cancelJob(job).get();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Adaptive);
        configuration.set(
                JobManagerOptions.SCHEDULER_SUBMISSION_RESOURCE_STABILIZATION_TIMEOUT,
                Duration.ofMillis(50));
        configuration.set(
                JobManagerOptions.SCHEDULER_EXECUTING_COOLDOWN_AFTER_RESCALING, Duration.ZERO);
        return configuration;
    }

    private StreamExecutionEnvironment environment(int parallelism) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setMaxParallelism(MAX_PARALLELISM);
        environment.setParallelism(parallelism);
        return environment;
    }

    private DataStream<Frame> frames(StreamExecutionEnvironment environment) {
        RtspSource source =
                new RtspSource(
                        CameraList.file(file, List.of()),
                        StatusChannel.none(),
                        new CaptureSettings(null, null, 80),
                        RtspSettings.defaults(),
                        MAX_PARALLELISM,
                        false,
                        new OpenCameras());
        return environment.fromSource(
                source,
                WatermarkStrategy.<Frame>forMonotonousTimestamps().withIdleness(IDLE_AFTER),
                "Cameras",
                TypeInformation.of(Frame.class));
    }

    /** Keyed state fails where a camera is with a subtask that does not own it. */
    private JobGraph counted(int parallelism) {
        StreamExecutionEnvironment environment = environment(parallelism);
        DataStreamUtils.reinterpretAsKeyedStream(frames(environment), Frame::camera, Types.STRING)
                .process(new SeenAt())
                .sinkTo(new DiscardingSink<>());
        return environment.getStreamGraph().getJobGraph();
    }

    private JobGraph watermarked() {
        StreamExecutionEnvironment environment = environment(2);
        frames(environment)
                .rebalance()
                .process(new Watermarks())
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .setParallelism(1);
        return environment.getStreamGraph().getJobGraph();
    }

    private void list(List<String> cameras) throws IOException {
        String yaml =
                cameras.stream()
                        .map(id -> "- {id: %s, uri: 'rtsp://127.0.0.1/%s'}".formatted(id, id))
                        .collect(Collectors.joining("\n"));
        Path next = Files.writeString(folder.resolve("next.yaml"), yaml);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void rescale(JobID job, JobGraph graph, int parallelism) throws Exception {
        JobResourceRequirements.Builder requirements = JobResourceRequirements.newBuilder();
        for (JobVertex vertex : graph.getVertices()) {
            requirements.setParallelismForJobVertex(vertex.getID(), parallelism, parallelism);
        }
        Configuration client = new Configuration();
        client.set(RestOptions.ADDRESS, cluster.getRestAddress().get().getHost());
        client.set(RestOptions.PORT, cluster.getRestAddress().get().getPort());
        try (RestClusterClient<String> rest = new RestClusterClient<>(client, "test")) {
            rest.updateJobResourceRequirements(job, requirements.build()).get();
        }
    }

    /** Waits until every camera, and no other, is open once and seen at its owner. */
    private static void awaitWatched(List<String> cameras, int parallelism) {
        SeenAt.clear();
        await().atMost(PATIENCE)
                .until(
                        () ->
                                OpenCameras.open() == cameras.size()
                                        && cameras.stream()
                                                .allMatch(
                                                        camera ->
                                                                Integer.valueOf(
                                                                                owner(
                                                                                        camera,
                                                                                        parallelism))
                                                                        .equals(
                                                                                SeenAt.SUBTASKS.get(
                                                                                        camera))));
    }

    private static void awaitRisingWatermark(String living) {
        long now = System.currentTimeMillis() + 2 * IDLE_AFTER.toMillis();
        await().atMost(PATIENCE).until(() -> Watermarks.SEEN.get(living) > now);
    }

    private static String ownedBy(int subtask, String prefix) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> prefix + "-" + i)
                .filter(id -> owner(id, 2) == subtask)
                .findFirst()
                .orElseThrow();
    }

    private static int owner(String camera, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                camera, MAX_PARALLELISM, parallelism);
    }

    private static long followers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("list of cameras"))
                .count();
    }

    /** Remembers at which subtask a camera was seen last, and touches its keyed state. */
    private static final class SeenAt extends KeyedProcessFunction<String, Frame, Frame> {

        private static final Map<String, Integer> SUBTASKS = new ConcurrentHashMap<>();

        private transient ValueState<Long> count;

        static void clear() {
            SUBTASKS.clear();
        }

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public void processElement(Frame frame, Context context, Collector<Frame> frames)
                throws Exception {
            count.update(count.value() == null ? 1 : count.value() + 1);
            SUBTASKS.put(
                    context.getCurrentKey(),
                    getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        }
    }

    /** Remembers the watermark at the last frame of each camera. */
    private static final class Watermarks extends ProcessFunction<Frame, Frame> {

        private static final Map<String, Long> SEEN = new ConcurrentHashMap<>();

        @Override
        public void open(OpenContext context) {
            SEEN.clear();
        }

        @Override
        public void processElement(Frame frame, Context context, Collector<Frame> frames) {
            SEEN.put(frame.camera(), context.timerService().currentWatermark());
        }
    }
}
