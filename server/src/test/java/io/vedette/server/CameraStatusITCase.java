package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.CameraStatus.Clock;
import io.vedette.schema.CameraStatus.Video;
import io.vedette.schema.FrameResult;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every camera with what the job told of it, unless that cannot be true any more. */
class CameraStatusITCase {

    private static final Instant NOW = Instant.now();

    private static VedetteServer server;
    private static Client client;
    private static FakeTopics topics;

    @BeforeAll
    static void start() throws Exception {
        topics = FakeTopics.empty();
        for (String id : List.of("belt", "gate", "gone", "new", "yard")) {
            boolean enabled = !id.equals("yard");
            topics.cameras()
                    .put(
                            id,
                            "{\"id\":\"%s\",\"uri\":\"rtsp://a:s3cret@h/%s\",\"enabled\":%s}"
                                    .formatted(id, id, enabled));
        }
        Video video = new Video("h264", 1920, 1080, Clock.CAMERA);
        Instant before = NOW.minusSeconds(3600);
        topics.tell(new CameraStatus("belt", CameraState.LIVE, null, null, before, 0, null, video));
        topics.tell(unreachable(NOW.plusSeconds(3600)));
        topics.tell(CameraStatus.of("gone", CameraState.LIVE, before));
        topics.tell(CameraStatus.of("yard", CameraState.DISABLED, before));
        topics.statuses().put("removed", "{\"camera\":");
        StoreSettings store = TestDatabase.create();
        seen(store, "belt", NOW.plus(Duration.ofHours(1)));
        seen(store, "gone", before);
        server = TestServer.start(store, topics);
        client = TestServer.client(server);
        await().until(() -> states("").contains("belt live"));
    }

    private static CameraStatus unreachable(Instant next) {
        return new CameraStatus(
                "gate",
                CameraState.UNREACHABLE,
                CameraCause.CONNECTION_REFUSED,
                "Nothing listens at 10.0.0.7:554.",
                NOW.minusSeconds(120),
                4,
                next,
                null);
    }

    private static void seen(StoreSettings settings, String camera, Instant at) {
        FrameResult like = TestServer.frame(1, "dog", null);
        try (Store store = Store.open(settings)) {
            store.migrate();
            store.resultWriter()
                    .write(
                            List.of(
                                    new FrameResult(
                                            camera,
                                            1,
                                            at,
                                            like.width(),
                                            like.height(),
                                            at,
                                            like.model(),
                                            like.latencyMs(),
                                            like.detections())));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsEveryCameraWithItsState() throws Exception {
        assertThat(states(""))
                .containsExactly(
                        "belt live",
                        "gate unreachable",
                        "gone unknown",
                        "new unknown",
                        "yard disabled");
    }

    @Test
    void showsStateCauseAndVideo() throws Exception {
        JsonNode gate = Client.json(client.get("/api/v1/cameras/gate")).get("status");
        JsonNode belt = Client.json(client.get("/api/v1/cameras/belt")).get("status");

        assertThat(gate.get("state").asText()).isEqualTo("unreachable");
        assertThat(gate.get("cause").asText()).isEqualTo("connection-refused");
        assertThat(gate.get("message").asText()).isEqualTo("Nothing listens at 10.0.0.7:554.");
        assertThat(gate.get("attempt").asInt()).isEqualTo(4);
        assertThat(gate.has("nextAttemptAt")).isTrue();
        assertThat(Instant.parse(gate.get("since").asText())).isBefore(NOW);
        assertThat(belt.get("video").toString())
                .isEqualTo(
                        "{\"codec\":\"h264\",\"width\":1920,\"height\":1080,\"clock\":\"camera\"}");
    }

    @Test
    void filtersByState() throws Exception {
        assertThat(states("?state=live")).containsExactly("belt live");
        assertThat(states("?state=unreachable,disabled"))
                .containsExactly("gate unreachable", "yard disabled");
        assertThat(states("?state=refused")).isEmpty();
        assertThat(states("?state=")).hasSize(5);
    }

    @Test
    void refusesStatesThatDoNotExist() throws Exception {
        HttpResponse<String> response = client.get("/api/v1/cameras?state=live,dead");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains(
                        "\"rule\":\"must be one or several, separated by commas, of connecting,"
                                + " live, stalled, refused, unreachable, unsupported, disabled,"
                                + " ended, unknown\"");
    }

    @Test
    void countsTheCamerasOfEachState() throws Exception {
        assertThat(client.get("/metrics").body())
                .contains(
                        "\ncameras 5.0",
                        "cameras_state{state=\"live\"} 1.0",
                        "cameras_state{state=\"unreachable\"} 1.0",
                        "cameras_state{state=\"unknown\"} 2.0",
                        "cameras_state{state=\"disabled\"} 1.0",
                        "cameras_state{state=\"stalled\"} 0.0");
    }

    private static List<String> states(String query) throws Exception {
        List<String> states = new ArrayList<>();
        for (JsonNode camera : Client.json(client.get("/api/v1/cameras" + query)).get("items")) {
            states.add(camera.get("id").asText() + " " + camera.at("/status/state").asText());
        }
        return states;
    }
}
