package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.TinyModel;
import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiITCase {

    private static VedetteServer server;
    private static Client client;
    private static JsonNode document;

    @BeforeAll
    static void start(@TempDir Path models) throws Exception {
        writeModel(models.resolve("yolox-nano/1"));
        Files.createDirectories(models.resolve("broken/1"));
        Files.writeString(models.resolve("broken/1/model.yaml"), "name: broken");
        server = TestServer.start(TestServer.filledStore(), TestServer.cameras(), models);
        client = TestServer.client(server);
        document = Client.json(client.get("/openapi.json"));
    }

    private static void writeModel(Path folder) throws IOException {
        Path yaml = TinyModel.writePackage(folder).resolve("model.yaml");
        String renamed = Files.readString(yaml).replace("name: tiny", "name: yolox-nano");
        Files.writeString(yaml, renamed);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void holdsExactlyTheRoutesThatAreRegistered() {
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(server.paths());
    }

    @Test
    void everyPathAnswersItsExamplesAsDocumented() throws Exception {
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode operation = path.getValue().get("get");
            for (String query : queries(operation)) {
                String url = filled(path.getKey(), operation) + query;

                HttpResponse<String> response = client.get(url);

                assertThat(response.statusCode()).as(url).isEqualTo(200);
                assertDocumented(url, operation, response);
            }
        }
    }

    @Test
    void whatIsRefusedIsDocumentedToo() throws Exception {
        JsonNode paths = document.get("paths");

        for (String path : List.of("/api/v1/detections", "/api/v1/cameras", "/api/v1/models")) {
            String url = path + "?limt=0";
            HttpResponse<String> response = client.get(url);
            assertThat(response.statusCode()).as(url).isEqualTo(400);
            assertDocumented(url, paths.get(path).get("get"), response);
        }
        assertDocumented(
                "unknown camera",
                paths.get("/api/v1/cameras/{id}").get("get"),
                client.get("/api/v1/cameras/roof"));
        for (String file : List.of("latest", "snapshot.jpg", "snapshot.json")) {
            assertDocumented(
                    "nothing yet",
                    paths.get("/api/v1/cameras/{id}/" + file).get("get"),
                    client.get("/api/v1/cameras/yard/" + file));
        }
        assertDocumented(
                "unknown model",
                paths.get("/api/v1/models/{name}").get("get"),
                client.get("/api/v1/models/nobody"));
    }

    @Test
    void everyDocumentedLimitIsKept() throws Exception {
        for (JsonNode parameter : parameters(document.at("/paths/~1api~1v1~1detections/get"))) {
            JsonNode schema = parameter.get("schema");
            String prefix = "/api/v1/detections?%s=".formatted(parameter.get("name").asText());
            for (String bound : List.of("minimum", "maximum")) {
                if (schema.has(bound)) {
                    int limit = schema.get(bound).asInt();
                    int outside = bound.equals("minimum") ? limit - 1 : limit + 1;
                    assertThat(client.get(prefix + limit).statusCode()).isEqualTo(200);
                    assertThat(client.get(prefix + outside).statusCode()).isEqualTo(400);
                }
            }
        }
    }

    @Test
    void everyStateAndCauseIsDocumentedAndHasItsWords() throws Exception {
        List<String> causes = words(Arrays.stream(CameraCause.values()));
        JsonNode status = document.at("/components/schemas/CameraStatus/properties");

        assertThat(Json.mapper().convertValue(status.at("/cause/enum"), List.class))
                .isEqualTo(causes);
        assertThat(Json.mapper().convertValue(status.at("/state/enum"), List.class))
                .isEqualTo(StatusView.STATES);
        assertThat(Json.mapper().convertValue(status.at("/lastKnown/enum"), List.class))
                .isEqualTo(words(Arrays.stream(CameraState.values())));
        String script = client.get("/dashboard/status.js").body();
        assertThat(causes)
                .allSatisfy(cause -> assertThat(script).contains("'%s':".formatted(cause)));
        assertThat(StatusView.STATES)
                .allSatisfy(state -> assertThat(script).contains("  %s: {".formatted(state)));
    }

    private static List<String> words(Stream<? extends Enum<?>> values) {
        return values.map(value -> Json.mapper().convertValue(value, String.class)).toList();
    }

    /** No parameters, each one alone, and all together. */
    private static List<String> queries(JsonNode operation) {
        List<String> single =
                parameters(operation).stream()
                        .filter(p -> p.get("in").asText().equals("query") && p.has("example"))
                        .map(p -> p.get("name").asText() + "=" + encoded(p.get("example").asText()))
                        .toList();
        List<String> queries = new ArrayList<>(List.of(""));
        single.forEach(parameter -> queries.add("?" + parameter));
        queries.add(single.stream().collect(Collectors.joining("&", "?", "")));
        return queries;
    }

    private static String filled(String path, JsonNode operation) {
        String filled = path;
        for (JsonNode parameter : parameters(operation)) {
            if (parameter.get("in").asText().equals("path")) {
                String name = "{%s}".formatted(parameter.get("name").asText());
                filled = filled.replace(name, parameter.get("example").asText());
            }
        }
        return filled;
    }

    private static List<JsonNode> parameters(JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameters::add);
        return parameters;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void assertDocumented(
            String url, JsonNode operation, HttpResponse<String> response) throws Exception {
        String status = Integer.toString(response.statusCode());
        JsonNode documented = resolved(operation.get("responses").path(status));
        JsonNode content = documented.path("content").path(Client.mediaType(response));
        assertThat(content.isMissingNode()).as("%s: %s is undocumented", url, status).isFalse();
        if (Client.mediaType(response).endsWith("json")) {
            assertMatches(url, content.get("schema"), Json.mapper().readTree(response.body()));
        }
    }

    /** The schema's types, required and known properties, enumerations and bounds. */
    private static void assertMatches(String where, JsonNode reference, JsonNode value) {
        JsonNode schema = resolved(reference);
        assertThat(types(schema)).as("type of " + where).contains(type(value));
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(where).contains(value);
        }
        if (value.isArray()) {
            value.forEach(item -> assertMatches(where + "[]", schema.get("items"), item));
        }
        if (value.isObject() && schema.has("properties")) {
            JsonNode properties = schema.get("properties");
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asText())).as(where).isTrue());
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                String place = where + "/" + field.getKey();
                assertThat(properties.has(field.getKey())).as(place).isTrue();
                assertMatches(place, properties.get(field.getKey()), field.getValue());
            }
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else {
            types.add(type.asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
