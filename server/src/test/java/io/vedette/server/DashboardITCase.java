package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Topics;
import io.vedette.store.StoreSettings;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page is served whether or not its store and its broker are there. */
class DashboardITCase {

    private static final Path SOURCES = Path.of("src/main/resources/io/vedette/server/dashboard");
    private static final Pattern FILE = Pattern.compile("(?:from '\\./|/dashboard/)([\\w.-]+)");
    private static final StoreSettings NOWHERE =
            new StoreSettings("jdbc:postgresql://127.0.0.1:1/x", "app", "", 1);

    private static VedetteServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = start(URI.create("http://flink.example:8081/?a=1&b=\u00e9"));
        client = new Client(server.port());
    }

    private static VedetteServer start(URI flink) {
        Topics topics = Topics.withDefaultPrefix();
        return VedetteServer.start(
                new ServerSettings("127.0.0.1", 0, NOWHERE, "unused:9092", topics, null, flink),
                TestServer.cameras());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void leadsToEverything() throws Exception {
        HttpResponse<String> page = client.get("/");

        assertThat(Client.mediaType(page)).isEqualTo("text/html");
        assertThat(page.body())
                .contains(
                        "href=\"/openapi.json\"",
                        "href=\"/metrics\"",
                        "href=\"/api/v1/detections",
                        "href=\"/api/v1/cameras\"",
                        "href=\"/api/v1/models\"",
                        "<a href=\"http://flink.example:8081/?a=1&amp;b=%C3%A9\">Flink</a>");
    }

    @Test
    void withoutFlinkThereIsNoLinkToIt() throws Exception {
        try (VedetteServer other = start(null)) {
            assertThat(new Client(other.port()).get("/").body()).doesNotContain("Flink", "flink");
        }
    }

    @Test
    void everyFileOfThePageIsServedAndNoneIsSuperfluous() throws Exception {
        Set<String> met = new TreeSet<>();
        Deque<String> ahead = new ArrayDeque<>(Set.of("/"));
        while (!ahead.isEmpty()) {
            HttpResponse<String> file = client.get(ahead.pop());
            assertThat(file.statusCode()).as(file.uri().getPath()).isEqualTo(200);
            FILE.matcher(file.body())
                    .results()
                    .map(match -> match.group(1))
                    .filter(met::add)
                    .forEach(name -> ahead.push("/dashboard/" + name));
        }

        met.add("index.html");
        try (Stream<Path> sources = Files.list(SOURCES)) {
            assertThat(met)
                    .isEqualTo(
                            sources.map(path -> path.getFileName().toString())
                                    .collect(Collectors.toSet()));
        }
    }

    @Test
    void nothingComesFromElsewhereAndNoScriptOrStyleStandsInThePage() throws Exception {
        String page = client.get("/").body().replace("http://flink.example", "");
        String style = client.get("/dashboard/dashboard.css").body();

        assertThat(page.replace("rtsp://", "")).doesNotContain("://", " style=", "<style", " onc");
        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)");
        assertThat(style).doesNotContain("://", "@import", "url(");
    }

    @Test
    void thePolicyHoldsThePageToItsOwnFiles() throws Exception {
        for (String path : new String[] {"/", "/dashboard/dashboard.js", "/dashboard/icon.svg"}) {
            HttpResponse<String> response = client.get(path);

            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void everyElementThatAScriptAsksForIsInThePage() throws Exception {
        String page = client.get("/").body();
        Pattern ids = Pattern.compile("querySelector\\('#([\\w-]+)'\\)");

        for (String script : new String[] {"dashboard.js", "detail.js", "tile.js"}) {
            assertThat(ids.matcher(client.get("/dashboard/" + script).body()).results())
                    .isNotEmpty()
                    .extracting((MatchResult match) -> match.group(1))
                    .allSatisfy(id -> assertThat(page).contains("id=\"%s\"".formatted(id)));
        }
    }

    @Test
    void aFileThatTheClientHasIsNotSentAgain() throws Exception {
        HttpResponse<byte[]> first = client.bytes("/dashboard/tile.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> second = client.bytes("/dashboard/tile.js", "If-None-Match", tag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void nothingElseIsServed() throws Exception {
        for (String name : new String[] {"openapi.json", "..%2fopenapi.json", "Dashboard.class"}) {
            assertThat(client.get("/dashboard/" + name).statusCode()).as(name).isIn(400, 404);
        }
    }
}
