package io.vedette.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFilesTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    @TempDir Path folder;

    private final HttpFiles files = new HttpFiles(PATIENCE, PATIENCE);
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> authorizations = new ArrayList<>();
    private TinyPackageServer server;

    @BeforeEach
    void start() {
        server = TinyPackageServer.start(folder);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.close();
    }

    @Test
    void readsAFile() throws IOException {
        assertThat(read(server.uri() + "model.onnx"))
                .isEqualTo(Files.readAllBytes(folder.resolve("model.onnx")));
    }

    @ParameterizedTest
    @CsvSource({"joe:s3cret, Basic am9lOnMzY3JldA==", "joe:p@ss%2F+, Basic am9lOnBAc3MvKw=="})
    void sendsCredentialsAlsoWhereItsServerRedirectsTo(String userInfo, String sent)
            throws IOException {
        server.answer("labels.txt", exchange -> redirect(exchange, 302, "target"));
        server.answer("target", this::noteAuthorization);

        read(server.uri().replace("//", "//" + userInfo + "@") + "labels.txt");

        assertThat(authorizations).containsExactly(sent);
    }

    @Test
    void sendsNoCredentialsToAnotherServer(@TempDir Path other) throws IOException {
        try (TinyPackageServer elsewhere = TinyPackageServer.start(other)) {
            String target = elsewhere.uri() + "target";
            server.answer("labels.txt", exchange -> redirect(exchange, 307, target));
            elsewhere.answer("target", this::noteAuthorization);

            read(server.uri().replace("//", "//joe:s3cret@") + "labels.txt");
        }
        assertThat(authorizations).containsExactly("none");
    }

    @Test
    void givesUpOnRedirectsInACircle() {
        server.answer("a", exchange -> redirect(exchange, 301, "b"));
        server.answer("b", exchange -> redirect(exchange, 308, "a"));

        assertThatThrownBy(() -> read(server.uri() + "a"))
                .hasMessage("the server redirects more than 5 times");
        assertThat(server.requests("a") + server.requests("b")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://h/x", "ftp://h/x", "file:/etc/passwd", "https:///x", "%"})
    void followsNoRedirectToALessSafePlace(String location) {
        assertThatThrownBy(() -> HttpFiles.redirected(URI.create("https://a/b"), location))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "https://a redirects to '%s', which is not followed".formatted(location));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 503, 204, 206, 304})
    void namesTheStatusOfAnAnswerThatIsNoFile(int status) {
        server.answer("labels.txt", exchange -> exchange.sendResponseHeaders(status, -1));

        assertThatThrownBy(() -> read(server.uri() + "labels.txt"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("http://%s answers with status %d", server.authority(), status);
    }

    @Test
    void tellsAFileThatIsNotThere() {
        assertThatThrownBy(() -> read(server.uri() + "nothing"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("http://%s answers with status 404", server.authority());
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() {
        server.answer("labels.txt", exchange -> await());

        assertThatThrownBy(() -> read(server.uri() + "labels.txt"))
                .isInstanceOf(IOException.class)
                .hasMessage("http://%s sent nothing for 0.3 s", server.authority());
    }

    @Test
    void givesUpOnAServerThatFallsSilent() {
        server.answer(
                "labels.txt",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write(new byte[100]);
                    exchange.getResponseBody().flush();
                    await();
                });

        assertThatThrownBy(() -> read(server.uri() + "labels.txt"))
                .isInstanceOf(IOException.class)
                .hasMessage("http://%s sent nothing for 0.3 s", server.authority());
    }

    @Test
    void noticesAnAnswerThatIsCutOff() {
        server.answer(
                "labels.txt",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write(new byte[100]);
                });

        assertThatThrownBy(() -> read(server.uri() + "labels.txt"))
                .hasMessage(
                        "http://%s broke off: fixed content-length: 1000000, bytes received: 100",
                        server.authority());
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> read("http://127.0.0.1:%d/labels.txt".formatted(port)))
                .hasMessage("http://127.0.0.1:%d accepts no connection".formatted(port));
    }

    @Test
    void saysWhichSchemesAreRead() {
        assertThatThrownBy(() -> read("s3://bucket/labels.txt"))
                .hasMessage("scheme 's3' is not read here, only file, http and https");
    }

    @Test
    void keepsTheThreadInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(server.uri() + "labels.txt")).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private byte[] read(String uri) throws IOException {
        try (InputStream in = files.open(URI.create(uri))) {
            return in.readAllBytes();
        }
    }

    private void noteAuthorization(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(header == null ? "none" : header);
        byte[] body = "ok".getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
