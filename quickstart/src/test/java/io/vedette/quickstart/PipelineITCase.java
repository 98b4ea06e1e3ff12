package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.TinyModel;
import io.vedette.schema.Camera;
import io.vedette.schema.FrameHeaders;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.server.VedetteServer;
import io.vedette.store.DetectionFilter;
import io.vedette.store.StoredDetection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job between a real broker and a real database, on a model whose answers are known. */
@ExtendWith(SharedSystem.class)
class PipelineITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SMALL_CHECKPOINT_BYTES = 100_000;

    @TempDir Path folder;

    private String model;
    private String video;

    @BeforeEach
    void prepareModelAndVideo() throws IOException {
        model = TinyModel.writePackage(folder.resolve("tiny")).toString();
        video = BeltVideo.write(folder.resolve("belt.mp4")).toUri().toString();
    }

    @Test
    void watchesAFileCameraFromItsFirstFrameToItsLast(TestPipeline pipeline) throws Exception {
        Camera belt = Camera.of("watched-belt", video + "?pace=max");
        JobID job =
                pipeline.submit(
                        "watch",
                        "--camera=" + belt.id() + "=" + belt.uri(),
                        "--cameras.bounded=true",
                        "--model.path=" + model);

        pipeline.flink().awaitFinished(job);

        List<FrameResult> results = pipeline.results().await(belt.id(), BeltVideo.FRAMES);
        assertThat(results).extracting(FrameResult::sequence).isEqualTo(numbers(BeltVideo.FRAMES));
        assertThat(results)
                .isSortedAccordingTo((a, b) -> a.capturedAt().compareTo(b.capturedAt()))
                .allSatisfy(PipelineITCase::showsTheSquare);
        assertThat(stored(pipeline, belt.id())).isEqualTo(detections(results));
    }

    @Test
    void whatWasWatchedIsAnsweredOverRest(TestPipeline pipeline) throws Exception {
        Camera belt = Camera.of("rest-belt", video + "?pace=max");
        Camera gate = Camera.of("rest-gate", "rtsp://joe:s3cret@192.0.2.7/stream");
        new CameraTopic(pipeline.broker().bootstrapServers(), pipeline.topics().cameras())
                .replace(List.of(belt, gate));
        pipeline.flink()
                .awaitFinished(
                        pipeline.submit(
                                "watch",
                                "--camera=" + belt.id() + "=" + belt.uri(),
                                "--cameras.bounded=true",
                                "--model.path=" + model));
        VedetteServer server = pipeline.server();
        await().atMost(PATIENCE).until(() -> Http.answers(uri(server, "/readyz")));

        JsonNode all = get(server, "/api/v1/detections?limit=100&camera=rest-belt");
        JsonNode red = get(server, "/api/v1/detections?limit=100&camera=rest-belt&label=red");
        JsonNode cameras = get(server, "/api/v1/cameras").get("items");

        assertThat(all.get("items")).hasSize(BeltVideo.FRAMES);
        assertThat(red.get("items"))
                .hasSize(BeltVideo.FRAMES / 2)
                .allSatisfy(item -> assertThat(item.get("sequence").asInt()).isEven());
        assertThat(cameras).hasSize(2);
        assertThat(cameras.get(0).get("id").asText()).isEqualTo(belt.id());
        assertThat(cameras.get(0).get("lastSequence").asInt()).isEqualTo(BeltVideo.FRAMES - 1);
        assertThat(cameras.get(1).get("uri").asText()).isEqualTo("rtsp://***@192.0.2.7/stream");
        assertThat(cameras.get(1).path("lastFrameAt").isTextual()).isFalse();
    }

    @Test
    void ingestsThenInfersAndBuriesWhatIsMalformed(TestPipeline pipeline) throws Exception {
        String camera = "ingested-belt";
        pipeline.flink()
                .awaitFinished(
                        pipeline.submit(
                                "ingest",
                                "--camera=" + camera + "=" + video + "?pace=max",
                                "--cameras.bounded=true"));
        KafkaBroker broker = pipeline.broker();
        String topic = pipeline.topics().frames();
        List<ConsumerRecord<String, byte[]>> frames = Records.read(broker, topic, BeltVideo.FRAMES);
        assertThat(frames)
                .hasSize(BeltVideo.FRAMES)
                .extracting(frame -> headers(frame).sequence())
                .isEqualTo(numbers(BeltVideo.FRAMES));

        byte[] jpeg = frames.get(0).value();
        FrameHeaders last = headers(frames.get(BeltVideo.FRAMES - 1));
        Records.send(
                broker,
                List.of(
                        new ProducerRecord<>(topic, camera, "no headers".getBytes(UTF_8)),
                        frame(topic, camera, last, 1, "no JPEG".getBytes(UTF_8)),
                        frame(topic, null, last, 1, jpeg),
                        frame(topic, camera, last, 2, jpeg)));
        pipeline.submit("infer", "--model.path=" + model);

        List<FrameResult> results = pipeline.results().await(camera, BeltVideo.FRAMES + 1);
        List<Long> expected = new ArrayList<>(numbers(BeltVideo.FRAMES));
        expected.add(BeltVideo.FRAMES + 1L);
        assertThat(results).extracting(FrameResult::sequence).isEqualTo(expected);
        assertThat(results.subList(0, BeltVideo.FRAMES)).allSatisfy(PipelineITCase::showsTheSquare);
        assertThat(Records.read(broker, pipeline.topics().deadLetters(), 3))
                .hasSize(3)
                .anySatisfy(letter -> isLetter(letter, camera, "read", "captured-at"))
                .anySatisfy(letter -> isLetter(letter, camera, "decode", ""))
                .anySatisfy(letter -> isLetter(letter, null, "read", "key"));
    }

    @Test
    void aDeadCameraStopsNoOther(TestPipeline pipeline) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            JobID job =
                    pipeline.submit(
                            "watch",
                            "--camera=silent=rtsp://127.0.0.1:%d/x"
                                    .formatted(silent.getLocalPort()),
                            "--camera=refused=rtsp://127.0.0.1:%d/x".formatted(Port.anyFree()),
                            "--camera=living-belt=" + video + "?pace=max",
                            "--model.path=" + model);

            List<FrameResult> results = pipeline.results().await("living-belt", BeltVideo.FRAMES);

            assertThat(results)
                    .extracting(FrameResult::sequence)
                    .isEqualTo(numbers(BeltVideo.FRAMES));
            assertThat(pipeline.flink().status(job)).isEqualTo(JobStatus.RUNNING);
        }
    }

    @Test
    void goesOnCountingAfterAFailure(TestPipeline pipeline) throws Exception {
        String camera = "looping-belt";
        TestFlink flink = pipeline.flink();
        JobID job =
                pipeline.submit(
                        "watch",
                        "--camera=" + camera + "=" + video + "?loop=true",
                        "--model.path=" + model);
        SeenResults results = pipeline.results();
        long before = last(results.await(camera, 2 * BeltVideo.FRAMES)).sequence();
        await().atMost(PATIENCE).until(() -> completed(flink.checkpoints(job)) >= 2);
        assertThat(flink.checkpoints(job).getHistory().getLatestCompletedCheckpoint())
                .satisfies(
                        checkpoint ->
                                assertThat(checkpoint.getStateSize())
                                        .isLessThan(SMALL_CHECKPOINT_BYTES));

        flink.replaceTaskManager();
        Instant failedAt = Instant.now();

        List<FrameResult> all =
                results.await(camera, seen -> last(seen).capturedAt().isAfter(failedAt));
        assertThat(all)
                .filteredOn(result -> result.capturedAt().isAfter(failedAt))
                .allSatisfy(result -> assertThat(result.sequence()).isGreaterThan(before));
        assertThat(flink.checkpoints(job).getCounts().getNumberOfRestoredCheckpoints()).isOne();
    }

    private static void showsTheSquare(FrameResult result) {
        assertThat(result.detections())
                .singleElement()
                .satisfies(
                        seen -> {
                            assertThat(seen.label()).isEqualTo(BeltVideo.label(result.sequence()));
                            assertThat(seen.box().x()).isEqualTo(BeltVideo.x(result.sequence()));
                        });
    }

    private static void isLetter(
            ConsumerRecord<String, byte[]> letter, String camera, String stage, String reason) {
        Map<String, byte[]> headers = headerMap(letter);
        assertThat(letter.key()).isEqualTo(camera);
        assertThat(headers.get("stage")).asString(UTF_8).isEqualTo(stage);
        assertThat(headers.get("reason")).asString(UTF_8).isNotBlank().contains(reason);
    }

    /** A frame that follows another, with the picture given. */
    private static ProducerRecord<String, byte[]> frame(
            String topic, String camera, FrameHeaders last, int later, byte[] jpeg) {
        ProducerRecord<String, byte[]> frame = new ProducerRecord<>(topic, camera, jpeg);
        new FrameHeaders(
                        last.capturedAt().plusMillis(40L * later),
                        last.sequence() + later,
                        last.width(),
                        last.height())
                .toMap()
                .forEach(frame.headers()::add);
        return frame;
    }

    private static FrameHeaders headers(ConsumerRecord<String, byte[]> frame) {
        return FrameHeaders.parse(headerMap(frame));
    }

    private static Map<String, byte[]> headerMap(ConsumerRecord<?, ?> record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    private static List<StoredDetection> stored(TestPipeline pipeline, String camera) {
        DetectionFilter ofCamera = new DetectionFilter(camera, null, null, null, null, null);
        List<StoredDetection> oldestFirst =
                new ArrayList<>(pipeline.store().detections().find(ofCamera, null, 1000).items());
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** What the store must hold of results that have one detection each. */
    private static List<StoredDetection> detections(List<FrameResult> results) {
        return results.stream()
                .map(
                        result ->
                                new StoredDetection(
                                        result.camera(),
                                        result.sequence(),
                                        result.capturedAt(),
                                        result.detections().get(0),
                                        result.model()))
                .toList();
    }

    private static long completed(CheckpointStatsSnapshot checkpoints) {
        return checkpoints.getCounts().getNumberOfCompletedCheckpoints();
    }

    private static FrameResult last(List<FrameResult> results) {
        return results.get(results.size() - 1);
    }

    private static List<Long> numbers(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private static JsonNode get(VedetteServer server, String path) throws Exception {
        String body =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri(server, path)).build(),
                                BodyHandlers.ofString())
                        .body();
        return Json.mapper().readTree(body);
    }

    private static URI uri(VedetteServer server, String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }
}
