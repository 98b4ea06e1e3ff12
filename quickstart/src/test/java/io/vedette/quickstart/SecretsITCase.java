package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.job.JobSettings;
import io.vedette.models.TinyModel;
import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.quickstart.cameras.rtsp.Login;
import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import io.vedette.server.ServerSettings;
import io.vedette.server.VedetteServer;
import io.vedette.sources.CameraSplit;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import io.vedette.sources.list.CameraFileParser;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Passwords are on the camera list and nowhere else, whatever characters they hold. Every password
 * here is made of pieces that begin with {@link #MARK}, so that a part of one is noticed too,
 * however it is encoded.
 */
@ExtendWith(SharedSystem.class)
final class SecretsITCase {

    private static final String MARK = "zqHush";

    private static final List<String> PASSWORDS =
            List.of(
                    "zqHush1",
                    "zqHush2@zqHush",
                    "zqHush3/zqHush",
                    "zqHush4:zqHush",
                    "zqHush5#zqHush",
                    "zqHush6?zqHush",
                    "zqHush7%zqHush",
                    "zqHush8 zqHush",
                    "zqHush9ßzqHush",
                    "zqHush10\"zqHush",
                    "zqHush11?x=zqHush&y",
                    "zqHush12@10.0.0.9/zqHush",
                    "@zqHush13/zqHush:zqHush#zqHush?zqHush%zqHush zqHush",
                    "zqHush14%40zqHush%2f",
                    "zqHush15\\zqHush$zqHush<zqHush>");

    private static final String STORE_PASSWORD = "zqHush16 of:the@store";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path folder;

    private static List<Camera> cameras;
    private static TestCluster flink;
    private static CapturedLogs logs;

    @BeforeAll
    static void start() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "zqHush17@zqHush\n");
        int closed = Port.anyFree();
        List<Camera> all =
                new ArrayList<>(
                        IntStream.range(0, PASSWORDS.size())
                                .mapToObj(
                                        i ->
                                                Camera.of(
                                                        "cam-" + i,
                                                        "rtsp://admin:%s@127.0.0.1:%d/live"
                                                                .formatted(
                                                                        PASSWORDS.get(i), closed)))
                                .toList());
        all.add(
                Camera.of(
                        "cam-file",
                        "rtsp://admin:${file:%s}@127.0.0.1:%d/live".formatted(secret, closed)));
        all.add(
                Camera.of(
                        "cam-query",
                        "http://127.0.0.1:%d/video?user=admin&password=zqHush18"
                                .formatted(closed)));
        cameras = List.copyOf(all);
        logs = CapturedLogs.open();
        flink = TestCluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        flink.close();
        logs.close();
    }

    @Test
    void passwordsAreOnTheCameraListAndNowhereElse(KafkaBroker kafka, PostgresServer postgres)
            throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "secrets");
        new CameraTopic(kafka.bootstrapServers(), topics.cameras()).replace(cameras);
        StoreSettings store =
                new StoreSettings(postgres.jdbcUrl(), PostgresServer.USER, STORE_PASSWORD, 2);
        try (Store opened = Store.open(store)) {
            opened.migrate();
        }
        JobID job = flink.submit(options(kafka, topics, postgres));
        everyCameraHasFailed();

        Path savepoint = flink.savepoint(job, folder.resolve("savepoints"));

        assertNoSecretUnder(savepoint);
        assertNoSecret("threads", Thread.getAllStackTraces().keySet().toString());
        for (String path : flinkPaths(job)) {
            assertNoSecret(path, get(flink.rest().resolve(path)));
        }
        try (VedetteServer server = VedetteServer.start(server(kafka, topics, store))) {
            serverAnswersWithout(server);
        }
        flink.cancel(job);
        assertNothingOnOtherTopics(kafka, topics);
        assertThat(Records.read(kafka, topics.cameras(), cameras.size()))
                .anySatisfy(record -> assertThat(text(record)).contains(MARK));
        for (String line : logs.lines()) {
            assertNoSecret("log", line);
        }
    }

    private static String[] options(KafkaBroker kafka, Topics topics, PostgresServer postgres)
            throws IOException {
        Path model = TinyModel.writePackage(folder.resolve("tiny/1"));
        return WholePathITCase.options(kafka, topics, "--mode", "watch")
                .and("--model.path", model.toString())
                .and("--store.url", postgres.jdbcUrl(), "--store.user", PostgresServer.USER)
                .and("--store.password", STORE_PASSWORD)
                .toArray();
    }

    private static void everyCameraHasFailed() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(cameras)
                                        .allMatch(
                                                camera ->
                                                        logs.lines().stream()
                                                                .anyMatch(
                                                                        line ->
                                                                                tellsOf(
                                                                                        line,
                                                                                        camera))));
    }

    private static boolean tellsOf(String line, Camera camera) {
        return line.contains("io.vedette") && line.contains("Camera '%s'".formatted(camera.id()));
    }

    /** Where Flink says something of the job, its cluster, its threads and its metrics. */
    private static List<String> flinkPaths(JobID id) throws Exception {
        String job = "/jobs/" + id;
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/config",
                                "/overview",
                                "/jobs/overview",
                                "/jobmanager/config",
                                "/jobmanager/environment",
                                "/jobmanager/metrics",
                                "/jobmanager/thread-dump",
                                "/taskmanagers",
                                job,
                                job + "/config",
                                job + "/plan",
                                job + "/exceptions",
                                job + "/accumulators",
                                job + "/checkpoints",
                                job + "/checkpoints/config",
                                job + "/jobmanager/config",
                                job + "/jobmanager/environment"));
        for (JsonNode manager : json("/taskmanagers").get("taskmanagers")) {
            String path = "/taskmanagers/" + manager.get("id").asText();
            paths.addAll(List.of(path, path + "/thread-dump", path + "/metrics"));
        }
        for (JsonNode vertex : json(job).get("vertices")) {
            String path = job + "/vertices/" + vertex.get("id").asText();
            paths.addAll(List.of(path, path + "/metrics", path + "/subtasks/metrics"));
            paths.add(path + "/subtasks/0/metrics");
        }
        return paths;
    }

    private static void serverAnswersWithout(VedetteServer server) throws Exception {
        URI base = URI.create("http://127.0.0.1:" + server.port());
        await().until(() -> get(base.resolve("/readyz")).contains("\"ready\":true,\"parts\""));
        await().until(() -> !get(base.resolve("/api/v1/cameras")).contains("\"unknown\""));
        List<String> paths =
                new ArrayList<>(
                        List.of("/api/v1/cameras", "/api/v1/cameras?state=nonsense", "/metrics"));
        for (Camera camera : cameras) {
            String path = "/api/v1/cameras/" + camera.id();
            paths.addAll(Stream.of("", "/latest", "/snapshot.json").map(path::concat).toList());
        }
        for (String path : paths) {
            assertNoSecret(path, get(base.resolve(path)));
        }
        assertThat(Json.mapper().readTree(get(base.resolve("/api/v1/cameras"))).get("items"))
                .hasSize(cameras.size())
                .allSatisfy(
                        camera -> {
                            assertThat(camera.get("uri").asText()).contains("***");
                            assertThat(camera.at("/status/state").asText())
                                    .as(camera.toString())
                                    .isEqualTo("unreachable");
                            assertThat(camera.at("/status/cause").asText())
                                    .isEqualTo("connection-refused");
                        });
    }

    private static void assertNothingOnOtherTopics(KafkaBroker kafka, Topics topics) {
        for (String topic : topics.all()) {
            if (!topic.equals(topics.cameras())) {
                for (ConsumerRecord<String, byte[]> record : Records.read(kafka, topic, 0)) {
                    assertNoSecret(topic, text(record));
                }
            }
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        String value = record.value() == null ? "" : new String(record.value(), UTF_8);
        StringBuilder text = new StringBuilder(record.key() + " " + value);
        record.headers().forEach(header -> text.append(new String(header.value(), UTF_8)));
        return text.toString();
    }

    @Test
    void aCameraIsOpenedWhateverItsPasswordIs() throws Exception {
        Path video = MovingCell.write(folder.resolve("moving.mp4"), 50);
        try (Feed feed = Feed.ofFile(video)) {
            for (String password : PASSWORDS) {
                // what looks percent-encoded counts as such where it is written out
                String meant = URLDecoder.decode(encodedOnce(password), UTF_8);
                try (CameraServer server = server(new Login("admin", meant), feed)) {
                    assertShows(uri(password, server));
                }
                Path secret = Files.writeString(folder.resolve("password"), password);
                try (CameraServer server = server(new Login("admin", password), feed)) {
                    assertShows(uri("${file:%s}".formatted(secret), server));
                }
            }
        }
    }

    private static CameraServer server(Login login, Feed feed) throws IOException {
        CameraServer server = CameraServer.start(CameraServerSettings.local().withLogin(login));
        server.add(new SimulatedCamera("gate", feed));
        return server;
    }

    private static String uri(String password, CameraServer server) {
        return "rtsp://admin:%s@127.0.0.1:%d/gate".formatted(password, server.port());
    }

    private static String encodedOnce(String password) {
        return password.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
    }

    private static void assertShows(String uri) throws IOException {
        try (var stream = FfmpegFrameStream.ofNetwork(uri, RtspSettings.defaults(), () -> false)) {
            assertThat(stream.next()).as(uri).isNotNull();
        }
    }

    @Test
    void noTextOfACameraShowsIt() {
        for (Camera camera : cameras) {
            assertNoSecret("camera", camera.toString());
            assertNoSecret("camera", camera.redacted() + " " + camera.redacted().uri());
            assertNoSecret("split", CameraSplit.of(camera).toString());
        }
    }

    @Test
    void noErrorAboutACameraShowsIt() {
        List<String> problems = new ArrayList<>();
        for (String password : PASSWORDS) {
            for (String wrong :
                    List.of(
                            "ftp://admin:%s@h/x",
                            "admin:%s@h/x",
                            "//admin:%s@h/x",
                            "rtsp:/\u0007/admin:%s@h/x",
                            "rtsp://${vault:x}:%s@h/x",
                            "rtsp://a:%s@h/${env:HOME}",
                            "file://admin:%s@h/x?pase=max")) {
                String uri = wrong.formatted(password);
                CameraArguments.parse(List.of("cam=" + uri, uri, "cam-2=" + uri), problems);
                assertThatThrownBy(() -> parse("--camera", "Cam=" + uri, "--camera", uri, uri))
                        .satisfies(e -> assertNoSecret("error", String.valueOf(e.getMessage())));
                byte[] json = Json.write(Map.of("id", "cam", "uri", uri, "enabled", uri));
                assertThatThrownBy(() -> Json.read(json, Camera.class))
                        .satisfies(SecretsITCase::assertNoSecretInTrace);
                for (String yaml :
                        List.of(
                                "- {id: cam, uri: %s, enabled: %s}",
                                "cameras: %s %s", "- [%s, '%s")) {
                    byte[] file = yaml.formatted(uri, uri).getBytes(UTF_8);
                    assertThatThrownBy(() -> CameraFileParser.parse(file, List.of()))
                            .satisfies(SecretsITCase::assertNoSecretInTrace);
                }
            }
        }
        assertThat(problems).isNotEmpty().allSatisfy(p -> assertNoSecret("problem", p));
    }

    private static void parse(String... arguments) {
        JobSettings.parse(arguments);
    }

    private static void assertNoSecretInTrace(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            assertNoSecret("exception", e.toString());
        }
    }

    private static void assertNoSecretUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).isNotEmpty();
            for (Path file : found) {
                byte[] bytes = Files.readAllBytes(file);
                assertNoSecret(file.toString(), new String(bytes, UTF_8));
                assertNoSecret(file.toString(), new String(bytes, UTF_16BE));
            }
        }
    }

    private static void assertNoSecret(String where, String text) {
        int at = text.indexOf(MARK);
        assertThat(at)
                .as(
                        () ->
                                "%s: …%s"
                                        .formatted(
                                                where,
                                                text.substring(
                                                        Math.max(0, at - 300),
                                                        Math.min(text.length(), at + 100))))
                .isNegative();
    }

    private static ServerSettings server(KafkaBroker kafka, Topics topics, StoreSettings store) {
        return new ServerSettings(
                ServerSettings.DEFAULT_HOST, 0, store, kafka.bootstrapServers(), topics, null);
    }

    private static JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(get(flink.rest().resolve(path)));
    }

    private static String get(URI uri) throws Exception {
        HttpResponse<String> response =
                HTTP.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return response.body();
    }
}
