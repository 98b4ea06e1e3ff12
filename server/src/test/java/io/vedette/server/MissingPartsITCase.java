package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Topics;
import io.vedette.store.StoreSettings;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MissingPartsITCase {

    private static final StoreSettings NO_STORE =
            new StoreSettings("jdbc:postgresql://127.0.0.1:1/vedette", "app", "s3cret", 1);

    @Test
    void withoutItsStoreTheServerIsAliveButNotReady() throws Exception {
        try (VedetteServer server = TestServer.start(NO_STORE, TestServer.cameras())) {
            Client client = new Client(server.port());
            await().until(() -> client.get("/metrics").body().contains("\ncameras 2.0"));

            HttpResponse<String> ready = client.get("/readyz");
            HttpResponse<String> detections = client.get("/api/v1/detections");

            assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .isEqualTo(
                            "{\"ready\":false,\"parts\":{\"store\":{\"ready\":false,\"detail\":\"The store does not answer.\"},\"cameras\":{\"ready\":true}}}");
            assertThat(detections.statusCode()).isEqualTo(503);
            assertThat(detections.headers().firstValue("Retry-After")).contains("5");
            assertThat(detections.body())
                    .isEqualTo(
                            """
                            {"type":"about:blank","title":"Service Unavailable","status":503,\
                            "detail":"The store does not answer; try again.","instance":"/api/v1/detections"}""");
        }
    }

    @Test
    void withoutTheCameraListItSaysSoAndServesTheRest() throws Exception {
        FakeTopics topic = FakeTopics.empty();
        topic.cameras().setExists(false);
        try (VedetteServer server = TestServer.start(TestDatabase.create(), topic)) {
            Client client = new Client(server.port());
            await().until(
                            () ->
                                    client.get("/readyz")
                                            .body()
                                            .contains("\"store\":{\"ready\":true}"));

            HttpResponse<String> ready = client.get("/readyz");
            HttpResponse<String> cameras = client.get("/api/v1/cameras");
            HttpResponse<String> detections = client.get("/api/v1/detections");

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .contains("\"detail\":\"The camera list has not been read to its end.\"");
            assertThat(cameras.statusCode()).isEqualTo(503);
            assertThat(Client.json(cameras).get("detail").asText())
                    .isEqualTo("The camera list is being read; try again.");
            assertThat(detections.body()).isEqualTo("{\"items\":[],\"next\":null}");
        }
    }

    @Test
    void startsAndStopsWithoutABroker() throws Exception {
        ServerSettings settings =
                new ServerSettings(
                        "127.0.0.1", 0, NO_STORE, "127.0.0.1:1", Topics.withDefaultPrefix(), null);

        try (VedetteServer server = VedetteServer.start(settings)) {
            assertThat(new Client(server.port()).get("/healthz").statusCode()).isEqualTo(200);
        }
    }
}
