package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotRoutesITCase {

    private static final String CAPTURED = "2026-11-23T12:00:01.123456Z";
    private static final String TAG = '"' + CAPTURED + '"';
    private static final String EARLIER = "\"2026-11-23T12:00:01.123455Z\"";
    private static final String NO_DATE = "\"2026-13-23T12:00:01.123456Z\"";
    private static final String FAR_OFF = "\"+999999-11-23T12:00:01.123456Z\"";

    private static VedetteServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        StoreSettings store = TestServer.filledStore();
        server = TestServer.start(store, TestServer.cameras());
        client = TestServer.client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void showsTheLastPictureAndWhenItWasTaken() throws Exception {
        HttpResponse<byte[]> response = client.bytes("/api/v1/cameras/gate-1/snapshot.jpg");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(TestServer.JPEG);
        assertThat(header(response, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(response, "Captured-At")).isEqualTo(CAPTURED);
        assertThat(header(response, "ETag")).isEqualTo(TAG);
        assertThat(header(response, "Last-Modified")).isEqualTo("Mon, 23 Nov 2026 12:00:01 GMT");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot.jpg", "snapshot.json"})
    void aPictureThatTheClientHasIsNotSentAgain(String file) throws Exception {
        String path = "/api/v1/cameras/gate-1/" + file;

        for (String had : List.of(TAG, "W/" + TAG, "\"x\", " + EARLIER + "," + TAG)) {
            HttpResponse<byte[]> response = client.bytes(path, "If-None-Match", had);

            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(header(response, "ETag")).isEqualTo(TAG);
        }
        for (String other : List.of(EARLIER, NO_DATE, FAR_OFF, CAPTURED, "\"x\"", "*")) {
            assertThat(client.bytes(path, "If-None-Match", other).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatWasSeenInThePictureIsNotWhatWasSeenLast() throws Exception {
        HttpResponse<byte[]> pictured = client.bytes("/api/v1/cameras/gate-1/snapshot.json");
        HttpResponse<String> latest = client.get("/api/v1/cameras/gate-1/latest");

        assertThat(header(pictured, "ETag")).isEqualTo(TAG);
        assertThat(new String(pictured.body(), StandardCharsets.UTF_8))
                .contains("\"capturedAt\":\"" + CAPTURED, "\"label\":\"dog\"");
        assertThat(latest.body())
                .isEqualTo(
                        """
                        {"camera":"gate-1","sequence":2,"capturedAt":"2026-11-23T12:00:02.123456Z",\
                        "width":768,"height":432,"arrivedAt":"2026-11-23T12:00:02.131456Z",\
                        "model":{"name":"yolox-nano","version":"1","sha256":"695e750a","route":"live"},\
                        "latencyMs":{"queue":3.1,"inference":11.8,"total":21.4},"detections":[\
                        {"label":"person","classId":0,"confidence":0.91,\
                        "box":{"x":412.0,"y":101.5,"width":54.2,"height":140.8},"track":17}]}""");
    }

    @Test
    void aCameraWithoutAFrameHasNeither() throws Exception {
        HttpResponse<String> picture = client.get("/api/v1/cameras/yard/snapshot.jpg");
        HttpResponse<String> latest = client.get("/api/v1/cameras/yard/latest");

        assertThat(picture.statusCode()).isEqualTo(404);
        assertThat(Client.mediaType(picture)).isEqualTo("application/problem+json");
        assertThat(picture.body()).contains("Camera 'yard' has no picture yet.");
        assertThat(latest.statusCode()).isEqualTo(404);
        assertThat(latest.body()).contains("Camera 'yard' has no result that is kept.");
    }

    @Test
    void aCameraThatIsNoLongerInTheListIsNotFound() throws Exception {
        for (String file : List.of("snapshot.jpg", "snapshot.json", "latest")) {
            assertThat(client.get("/api/v1/cameras/roof/" + file).body())
                    .contains("Camera 'roof' is not in the camera list.");
        }
        try (VedetteServer other = TestServer.start(TestServer.filledStore(), topicWithout())) {
            Client there = TestServer.client(other);

            assertThat(there.get("/api/v1/cameras/gate-1/snapshot.jpg").statusCode())
                    .isEqualTo(404);
        }
    }

    private static FakeTopics topicWithout() {
        FakeTopics removed = TestServer.cameras();
        removed.cameras().put("gate-1", null);
        return removed;
    }

    @Test
    void headSaysWhetherThereIsANewerOne() throws Exception {
        HttpResponse<String> head = client.send("HEAD", "/api/v1/cameras/gate-1/snapshot.jpg");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Captured-At")).contains(CAPTURED);
        assertThat(head.body()).isEmpty();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
