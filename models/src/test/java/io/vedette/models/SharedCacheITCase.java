package io.vedette.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.vedette.models.remote.HttpFiles;
import io.vedette.models.remote.ModelCache;
import io.vedette.models.remote.PackageLocation;
import io.vedette.models.remote.TinyPackageServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cache, used by several processes, some of which come to harm. */
@Timeout(60)
final class SharedCacheITCase {

    private static final int NETWORK_BYTES = 1 << 20;

    @TempDir Path served;
    @TempDir Path cache;

    private final CountDownLatch downloading = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private TinyPackageServer server;
    private byte[] network;

    @BeforeEach
    void serveALargeNetwork() throws IOException {
        server = TinyPackageServer.start(served);
        String small = server.sha256();
        network = new byte[NETWORK_BYTES];
        new Random(1).nextBytes(network);
        Files.write(server.file("model.onnx"), network);
        Path yaml = server.file("model.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace(small, server.sha256()));
    }

    @AfterEach
    void stop() {
        go.countDown();
        server.close();
    }

    @Test
    void severalProcessesDownloadOnce() throws Exception {
        server.answer("model.onnx", this::half);
        List<Process> processes = List.of(fetchElsewhere(), fetchElsewhere(), fetchElsewhere());
        downloading.await();
        go.countDown();

        String folder = fetch().toString();

        for (Process process : processes) {
            assertThat(output(process)).isEqualTo(folder);
        }
        assertThat(server.requests("model.onnx")).isEqualTo(1);
    }

    @Test
    void anotherProcessTakesOverFromOneThatIsKilled() throws Exception {
        server.answer("model.onnx", this::half);
        Process killed = fetchElsewhere();
        await().until(() -> parts().size() == 1);
        killed.destroyForcibly().waitFor();
        assertThat(parts()).hasSize(1);
        server.answerAsUsual("model.onnx");

        Path folder = fetch();

        assertThat(folder.resolve("model.onnx")).hasBinaryContent(network);
        assertThat(parts()).isEmpty();
    }

    @Test
    void aDiskThatIsFullIsAProblemThatNamesTheCache() throws Exception {
        Process limited =
                FetchMain.start(
                        server.uri(), cache, "bash", "-c", "ulimit -f 100; exec \"$@\"", "fetch");

        assertThat(output(limited))
                .contains("the model cache cannot be written at '" + cache)
                .contains("File too large");
        assertThat(parts()).isEmpty();
    }

    private Process fetchElsewhere() throws IOException {
        return FetchMain.start(server.uri(), cache);
    }

    private Path fetch() {
        return new PackageFetcher(new HttpFiles(), new ModelCache(cache))
                .fetch(PackageLocation.of(server.uri()));
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    /** Sends one half of the network, and the other when it may go on. */
    private void half(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, NETWORK_BYTES);
        exchange.getResponseBody().write(Arrays.copyOf(network, NETWORK_BYTES / 2));
        exchange.getResponseBody().flush();
        downloading.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseBody()
                .write(Arrays.copyOfRange(network, NETWORK_BYTES / 2, NETWORK_BYTES));
    }
}
