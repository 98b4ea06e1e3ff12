package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.Topics;
import io.vedette.store.StoreSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VedetteServerITCase {

    private static VedetteServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestServer.filledStore(), TestServer.cameras());
        client = TestServer.client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsDetectionsNewestFirst() throws Exception {
        HttpResponse<String> response = client.get("/api/v1/detections");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.mediaType(response)).isEqualTo("application/json");
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"items":[\
                        {"camera":"gate-1","sequence":2,"capturedAt":"2026-11-23T12:00:02.123456Z",\
                        "label":"person","classId":0,"confidence":0.91,\
                        "box":{"x":412.0,"y":101.5,"width":54.2,"height":140.8},"track":17,\
                        "model":{"name":"yolox-nano","version":"1","sha256":"695e750a","route":"live"}},\
                        {"camera":"gate-1","sequence":1,"capturedAt":"2026-11-23T12:00:01.123456Z",\
                        "label":"dog","classId":0,"confidence":0.91,\
                        "box":{"x":412.0,"y":101.5,"width":54.2,"height":140.8},\
                        "model":{"name":"yolox-nano","version":"1","sha256":"695e750a","route":"live"}}\
                        ],"next":null}""");
    }

    @Test
    void theCursorLeadsToTheNextPage() throws Exception {
        JsonNode first = Client.json(client.get("/api/v1/detections?limit=1"));

        JsonNode second =
                Client.json(
                        client.get(
                                "/api/v1/detections?limit=1&cursor=" + first.get("next").asText()));

        assertThat(first.at("/items/0/label").asText()).isEqualTo("person");
        assertThat(second.at("/items/0/label").asText()).isEqualTo("dog");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label=person",
                "camera=gate-1&label=person&minConfidence=0.9&model=yolox-nano",
                "from=2026-11-23T12:00:02.123456Z",
                "from=2026-11-23T13:00:02%2B01:00&to=2026-11-23T12:00:03Z&camera=",
                "limit=1"
            })
    void filtersNarrowTheList(String query) throws Exception {
        JsonNode page = Client.json(client.get("/api/v1/detections?" + query));

        assertThat(page.get("items")).hasSize(1);
        assertThat(page.at("/items/0/label").asText()).isEqualTo("person");
    }

    @Test
    void namesAllBadParametersAtOnce() throws Exception {
        HttpResponse<String> response =
                client.get(
                        "/api/v1/detections?limit=0&minConfidence=2&camra=gate-1&cursor=x"
                                + "&from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z&label=a&label=b");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.mediaType(response)).isEqualTo("application/problem+json");
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Bad Request","status":400,\
                        "detail":"6 parameters cannot be used.","instance":"/api/v1/detections","errors":[\
                        {"parameter":"label","value":"a,b","rule":"is given twice"},\
                        {"parameter":"minConfidence","value":"2","rule":"must be a number from 0 to 1"},\
                        {"parameter":"from","value":"2026-11-24T00:00:00Z","rule":"must be before 'to', which is 2026-11-23T00:00:00Z"},\
                        {"parameter":"limit","value":"0","rule":"must be a whole number from 1 to 1000"},\
                        {"parameter":"cursor","value":"x","rule":"must be the 'next' of an earlier page, unchanged"},\
                        {"parameter":"camra","value":"gate-1","rule":"is no parameter here; did you mean 'camera'?"}]}""");
    }

    @Test
    void listsCamerasWithoutTheirCredentials() throws Exception {
        HttpResponse<String> response = client.get("/api/v1/cameras");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"items":[\
                        {"id":"gate-1","uri":"rtsp://***@10.0.0.7/live","model":"yolox-nano",\
                        "framesPerSecond":5.0,"enabled":true,\
                        "zones":[{"id":"door","points":[{"x":0.0,"y":0.0},{"x":1.0,"y":1.0}]}],\
                        "status":{"state":"unknown","message":"No job has told how this camera does.","attempt":0},\
                        "lastFrameAt":"2026-11-23T12:00:02.123456Z","lastSequence":2,"width":768,"height":432},\
                        {"id":"yard","uri":"file:/yard.mp4","enabled":false,"zones":[],\
                        "status":{"state":"disabled","attempt":0},\
                        "lastFrameAt":null,"lastSequence":null,"width":null,"height":null}\
                        ],"next":null}""");
    }

    @Test
    void showsOneCamera() throws Exception {
        JsonNode camera = Client.json(client.get("/api/v1/cameras/gate-1"));

        assertThat(camera.get("uri").asText()).isEqualTo("rtsp://***@10.0.0.7/live");
        assertThat(camera.get("lastSequence").asLong()).isEqualTo(2);
    }

    @Test
    void anUnknownCameraIsNotFound() throws Exception {
        HttpResponse<String> response = client.get("/api/v1/cameras/roof");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Not Found","status":404,\
                        "detail":"Camera 'roof' is not in the camera list.","instance":"/api/v1/cameras/roof"}""");
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        HttpResponse<String> response = client.get("/api/v2/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Not Found","status":404,\
                        "detail":"There is nothing here; /openapi.json lists what there is.","instance":"/api/v2/nothing"}""");
    }

    @Test
    void anotherMethodIsNotAllowedAndTheAnswerSaysWhichAre() throws Exception {
        HttpResponse<String> response = client.send("DELETE", "/api/v1/detections");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Method Not Allowed","status":405,\
                        "detail":"DELETE is not possible here, only GET, HEAD.","instance":"/api/v1/detections"}""");
    }

    @Test
    void headAnswersAsGetDoesButWithoutABody() throws Exception {
        HttpResponse<String> found = client.send("HEAD", "/api/v1/cameras/gate-1");
        HttpResponse<String> unknown = client.send("HEAD", "/api/v1/cameras/roof");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(Client.mediaType(found)).isEqualTo("application/json");
        assertThat(found.body()).isEmpty();
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEmpty();
    }

    @Test
    void aTrailingSlashMakesNoDifference() throws Exception {
        assertThat(client.get("/api/v1/cameras/").body())
                .isEqualTo(client.get("/api/v1/cameras").body());
    }

    @Test
    void aMalformedRequestIsRefusedAsAProblemToo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "GET /x HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();

            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "\"status\":400")
                    .doesNotContainIgnoringCase("jetty");
        }
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(client.get("/healthz").body()).isEqualTo("{\"status\":\"alive\"}");
        assertThat(client.get("/readyz").body())
                .isEqualTo(
                        "{\"ready\":true,\"parts\":{\"store\":{\"ready\":true},\"cameras\":{\"ready\":true}}}");
    }

    @Test
    void metricsLabelRequestsByRouteNotByPath() throws Exception {
        client.get("/api/v1/cameras/gate-1");
        client.get("/made/up");

        String metrics = client.get("/metrics").body();

        assertThat(metrics)
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/cameras/{id}\",status=\"200\"}",
                        "route=\"unmatched\",status=\"404\"",
                        "jvm_memory_used_bytes",
                        "process_uptime_seconds",
                        "store_pool_limit 4.0",
                        "cameras 2.0")
                .doesNotContain("/made/up", "route=\"/api/v1/cameras/gate-1\"");
    }

    @Test
    void aTakenPortIsSaidClearly() {
        StoreSettings store = new StoreSettings("jdbc:postgresql://127.0.0.1:1/x", "app", "", 1);
        ServerSettings settings =
                new ServerSettings(
                        "127.0.0.1",
                        server.port(),
                        store,
                        "127.0.0.1:1",
                        Topics.withDefaultPrefix(),
                        null);

        assertThatThrownBy(() -> VedetteServer.start(settings, FakeTopics.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Server 127.0.0.1:%d: cannot listen, the port may be taken."
                                .formatted(server.port()));
    }
}
