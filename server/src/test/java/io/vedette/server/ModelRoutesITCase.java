package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.TinyModel;
import io.vedette.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are listed with no store and no broker. */
class ModelRoutesITCase {

    private static final StoreSettings NO_STORE =
            new StoreSettings("jdbc:postgresql://127.0.0.1:1/vedette", "app", "s3cret", 1);

    @TempDir private Path models;
    private VedetteServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = TestServer.start(NO_STORE, TestServer.cameras(), models);
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aModelSaysWhatItIsAndWhatItRunsOn() throws Exception {
        TinyModel.writePackage(models.resolve("tiny/1"));

        JsonNode page = Client.json(client.get("/api/v1/models"));

        assertThat(page.get("next").isNull()).isTrue();
        JsonNode model = page.at("/items/0");
        assertThat(model.get("name").asText()).isEqualTo("tiny");
        assertThat(model.get("version").asText()).isEqualTo("1");
        assertThat(model.get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(model.get("task").asText()).isEqualTo("detection");
        assertThat(model.get("format").asText()).isEqualTo("yolox");
        assertThat(model.get("labels").toString()).isEqualTo("[\"blue\",\"green\",\"red\"]");
        assertThat(model.get("licence").asText()).isEqualTo("Apache-2.0");
        assertThat(model.get("input").toString())
                .isEqualTo(
                        """
                        {"width":64,"height":64,"resize":"letterbox","color":"bgr"}""");
        assertThat(model.at("/thresholds/confidence").asDouble()).isEqualTo(0.5);
        assertThat(model.get("notChosen").has(model.get("device").asText())).isFalse();
        assertThat(model.at("/notChosen/tensorrt").asText()).contains("only when asked for");
        assertThat(model.has("problems")).isFalse();
    }

    @Test
    void aPackageThatCannotBeReadIsListedWithItsProblems() throws Exception {
        Path broken = TinyModel.writePackage(models.resolve("tiny/2"));
        Files.writeString(broken.resolve("model.onnx"), "no graph");

        HttpResponse<String> response = client.get("/api/v1/models/tiny");

        JsonNode model = Client.json(response).at("/items/0");
        assertThat(model.fieldNames()).toIterable().containsExactly("name", "version", "problems");
        assertThat(model.get("version").asText()).isEqualTo("2");
        assertThat(model.at("/problems/0").asText()).contains("cannot load the graph");
        assertThat(response.body()).doesNotContain(models.toString());
    }

    @Test
    void aNameAnswersAllItsVersionsAndNoOthers() throws Exception {
        TinyModel.writePackage(models.resolve("tiny/1"));
        Files.createDirectories(models.resolve("other/7"));
        Files.writeString(models.resolve("other/7/model.yaml"), "name: [");

        JsonNode page = Client.json(client.get("/api/v1/models/other"));

        assertThat(page.get("items")).hasSize(1);
        assertThat(page.at("/items/0/version").asText()).isEqualTo("7");
    }

    @Test
    void anUnknownNameIsAProblem() throws Exception {
        HttpResponse<String> response = client.get("/api/v1/models/nobody");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Client.mediaType(response)).isEqualTo("application/problem+json");
        assertThat(Client.json(response).get("detail").asText())
                .isEqualTo("Model 'nobody' is not in the models folder.");
    }
}
