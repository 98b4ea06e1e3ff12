package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.job.TopicCreation;
import io.vedette.models.TinyModel;
import io.vedette.schema.Box;
import io.vedette.schema.Camera;
import io.vedette.schema.FrameHeaders;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import io.vedette.server.ServerSettings;
import io.vedette.server.VedetteServer;
import io.vedette.sources.RtspServerProcess;
import io.vedette.sources.SharedData;
import io.vedette.sources.ffmpeg.JpegSize;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.awt.Color;
import java.awt.Point;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path on its real parts: Kafka, Postgres, Flink and the server, fed by files and by RTSP
 * cameras.
 */
@ExtendWith(SharedSystem.class)
final class WholePathITCase {

    private static final int FRAMES = 40;

    /** At 25 frames a second the second picture of the video, with its default interval. */
    private static final int PICTURED = 25;

    private static final String FIRST_MINUTE =
            "&camera=cell&from=2026-11-23T00:00:00Z&to=2026-11-23T00:01:00Z";

    @TempDir static Path folder;

    private static TestCluster flink;
    private static Path model;
    private static Path video;

    @BeforeAll
    static void start() throws Exception {
        model = TinyModel.writePackage(folder.resolve("tiny/1"));
        video = MovingCell.write(folder.resolve("moving.mp4"), FRAMES);
        flink = TestCluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        flink.close();
    }

    @Test
    void everyFrameOfACameraReachesKafkaTheStoreAndRest(KafkaBroker kafka, PostgresServer postgres)
            throws Exception {
        Topics topics = topics(kafka, "watch");
        migrate(postgres);
        String camera = "cell=file:%s?pace=max&start=2026-11-23T00:00:00Z".formatted(video);
        String missing = "gone=file:%s".formatted(folder.resolve("gone.mp4"));
        String[] options =
                options(kafka, topics, "--mode", "watch", "--model.path", model.toString())
                        .and("--store.url", postgres.jdbcUrl(), "--store.user", PostgresServer.USER)
                        .and("--cameras.bounded", "true", "--camera", camera, "--camera", missing)
                        .toArray();

        flink.run(options);
        flink.run(options); // the same frames again

        List<FrameResult> results = results(kafka, topics, 2 * FRAMES);
        assertThat(results).hasSize(2 * FRAMES);
        assertThat(results.subList(0, FRAMES)).allSatisfy(WholePathITCase::showsTheCell);
        assertThat(results)
                .extracting(FrameResult::sequence)
                .containsExactlyElementsOf(
                        LongStream.range(0, 2 * FRAMES).map(i -> i % FRAMES).boxed().toList());
        assertThat(results.subList(0, FRAMES))
                .extracting(FrameResult::capturedAt)
                .isSorted()
                .doesNotHaveDuplicates();
        new CameraTopic(kafka.bootstrapServers(), topics.cameras())
                .replace(List.of(Camera.of("cell", "rtsp://user:secret@127.0.0.1/x")));
        try (VedetteServer server = VedetteServer.start(server(kafka, topics, postgres))) {
            restAnswers(server);
            theLastPictureShowsWhatWasSeenInIt(server);
        }
    }

    private static void restAnswers(VedetteServer server) throws Exception {
        await().until(() -> get(server, "/readyz").statusCode() == 200);
        JsonNode all = json(server, "/api/v1/detections?camera=cell&limit=1000");
        assertThat(all.get("items")).hasSize(FRAMES);
        JsonNode page = json(server, "/api/v1/detections?camera=cell&label=green&limit=5");
        assertThat(page.get("items")).hasSize(5);
        assertThat(page.get("items").get(0).get("sequence").asInt()).isEqualTo(FRAMES - 1);
        assertThat(page.get("next").asText()).isNotEmpty();
        assertThat(json(server, "/api/v1/detections?camera=cell&label=red").get("items")).isEmpty();
        JsonNode camera = json(server, "/api/v1/cameras").get("items").get(0);
        assertThat(camera.get("uri").asText()).isEqualTo("rtsp://***@127.0.0.1/x");
        assertThat(camera.get("lastSequence").asInt()).isEqualTo(FRAMES - 1);
        JsonNode minutes = json(server, "/api/v1/detections/summary?groupBy=label" + FIRST_MINUTE);
        assertThat(minutes.get("items")).hasSize(1);
        assertThat(minutes.at("/items/0/count").asInt()).isEqualTo(FRAMES);
    }

    private static void theLastPictureShowsWhatWasSeenInIt(VedetteServer server) throws Exception {
        String camera = "/api/v1/cameras/cell/";
        HttpResponse<byte[]> picture = bytes(server, camera + "snapshot.jpg");
        HttpResponse<String> seen = get(server, camera + "snapshot.json");
        FrameResult result = Json.read(seen.body().getBytes(UTF_8), FrameResult.class);
        FrameResult latest =
                Json.read(get(server, camera + "latest").body().getBytes(UTF_8), FrameResult.class);

        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(JpegSize.of(picture.body()))
                .isEqualTo(new JpegSize(result.width(), result.height()));
        assertThat(picture.headers().firstValue("ETag"))
                .isEqualTo(seen.headers().firstValue("ETag"));
        assertThat(result.sequence()).isEqualTo(PICTURED);
        showsTheCell(result);
        assertThat(colourAt(centre(result), picture.body()))
                .satisfies(
                        colour -> {
                            assertThat(colour.getGreen()).isGreaterThan(150);
                            assertThat(colour.getRed()).isLessThan(100);
                        });
        assertThat(latest.sequence()).isEqualTo(FRAMES - 1);
        showsTheCell(latest);
    }

    @Test
    void framesGoThroughKafkaAndMalformedOnesToTheDeadLetters(KafkaBroker kafka) throws Exception {
        Topics topics = topics(kafka, "decoupled");
        ingest(kafka, topics, "before");
        Map<String, byte[]> headers =
                new FrameHeaders(Instant.parse("2026-11-23T00:00:00Z"), 0, 64, 64).toMap();
        Records.send(kafka, topics.frames(), "bad", "no headers".getBytes(UTF_8));
        Records.send(kafka, topics.frames(), "bad", "no JPEG".getBytes(UTF_8), headers);
        Records.send(kafka, topics.frames(), null, "no key".getBytes(UTF_8), headers);
        ingest(kafka, topics, "after");

        JobID job =
                flink.submit(
                        options(kafka, topics, "--mode", "infer", "--model.path", model.toString())
                                .toArray());
        List<FrameResult> results = results(kafka, topics, 2 * FRAMES);
        List<ConsumerRecord<String, byte[]>> dead = Records.read(kafka, topics.deadLetters(), 3);
        flink.cancel(job);

        for (String camera : List.of("before", "after")) {
            assertThat(results)
                    .filteredOn(result -> result.camera().equals(camera))
                    .allSatisfy(WholePathITCase::showsTheCell)
                    .extracting(FrameResult::sequence)
                    .containsExactlyElementsOf(LongStream.range(0, FRAMES).boxed().toList());
        }
        assertThat(dead)
                .extracting(letter -> new String(letter.value(), UTF_8))
                .containsExactlyInAnyOrder("no headers", "no JPEG", "no key");
        assertThat(dead)
                .extracting(letter -> header(letter, "stage"))
                .containsExactlyInAnyOrder("read", "decode", "read");
        assertThat(dead).allSatisfy(letter -> assertThat(header(letter, "reason")).isNotBlank());
    }

    private static void ingest(KafkaBroker kafka, Topics topics, String camera) throws Exception {
        flink.run(
                options(kafka, topics, "--mode", "ingest", "--cameras.bounded", "true")
                        .and("--camera", camera + "=file:" + video + "?pace=max")
                        .toArray());
    }

    @Test
    void aCameraThatDiesComesBackByItselfAndTheOthersGoOn(KafkaBroker kafka) throws Exception {
        Topics topics = topics(kafka, "rtsp");
        Path belt = SharedData.video("bottle-detection.mp4");
        try (RtspServerProcess dying = RtspServerProcess.playing(belt);
                RtspServerProcess steady = RtspServerProcess.playing(belt);
                ResultReader seen = new ResultReader(kafka, topics)) {
            JobID job =
                    flink.submit(
                            options(kafka, topics, "--mode", "watch")
                                    .and("--model.path", model.toString())
                                    .and("--camera", "dying=" + dying.uri())
                                    .and("--camera", "steady=" + steady.uri())
                                    .toArray());
            seen.await("dying", 20);
            seen.await("steady", 20);

            dying.kill();
            seen.await("steady", 50); // while the other is away
            dying.start();
            seen.await("dying", 20);
            flink.awaitCheckpoints(
                    job,
                    stats ->
                            stats.getCounts().getNumberOfCompletedCheckpoints() >= 3
                                    && stats.getHistory()
                                                    .getLatestCompletedCheckpoint()
                                                    .getStateSize()
                                            < 100_000);
            flink.cancel(job);

            assertThat(seen.of("dying")).extracting(FrameResult::sequence).isSorted();
        }
    }

    private static void showsTheCell(FrameResult result) {
        assertThat(result.detections())
                .singleElement()
                .satisfies(
                        detection -> {
                            assertThat(detection.label()).isEqualTo(MovingCell.LABEL);
                            assertThat(detection.box().iou(MovingCell.box(result.sequence())))
                                    .isGreaterThan(0.8f);
                        });
    }

    static Topics topics(KafkaBroker kafka, String prefix) {
        Topics topics = new Topics(prefix);
        TopicCreation.createMissing(kafka.bootstrapServers(), topics);
        return topics;
    }

    static Options options(KafkaBroker kafka, Topics topics, String... more) {
        return new Options(
                        List.of(
                                "--kafka.bootstrap-servers",
                                kafka.bootstrapServers(),
                                "--topics.prefix",
                                topics.prefix()))
                .and(more);
    }

    static List<FrameResult> results(KafkaBroker kafka, Topics topics, int atLeast) {
        return Records.read(kafka, topics.detections(), atLeast).stream()
                .map(record -> Json.read(record.value(), FrameResult.class))
                .toList();
    }

    private static void migrate(PostgresServer postgres) {
        try (Store store = Store.open(storeSettings(postgres))) {
            store.migrate();
        }
    }

    private static StoreSettings storeSettings(PostgresServer postgres) {
        return new StoreSettings(postgres.jdbcUrl(), PostgresServer.USER, "", 2);
    }

    private static ServerSettings server(
            KafkaBroker kafka, Topics topics, PostgresServer postgres) {
        return new ServerSettings(
                ServerSettings.DEFAULT_HOST,
                0,
                storeSettings(postgres),
                kafka.bootstrapServers(),
                topics,
                null);
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private static JsonNode json(VedetteServer server, String path) throws Exception {
        HttpResponse<String> response = get(server, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    private static Point centre(FrameResult result) {
        Box box = result.detections().get(0).box();
        return new Point((int) (box.x() + box.width() / 2), (int) (box.y() + box.height() / 2));
    }

    private static Color colourAt(Point point, byte[] jpeg) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(point.x, point.y));
    }

    private static HttpResponse<byte[]> bytes(VedetteServer server, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<String> get(VedetteServer server, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The command line of a job. */
    record Options(List<String> words) {

        Options and(String... more) {
            return new Options(Stream.concat(words.stream(), Arrays.stream(more)).toList());
        }

        String[] toArray() {
            return words.toArray(String[]::new);
        }
    }
}
