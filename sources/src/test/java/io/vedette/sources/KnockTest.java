package io.vedette.sources;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vedette.schema.CameraCause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnockTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://10.0.0.7/stream, 10.0.0.7, 554, /stream",
        "rtsp://10.0.0.7:8554/stream?a=b@c, 10.0.0.7, 8554, /stream",
        "RTSPS://gate.example, gate.example, 322,",
        "http://gate.example/video.mjpg, gate.example, 80,",
        "https://gate.example/live.m3u8, gate.example, 443,",
        "rtsp://admin:se:cret@gate.example:554/1, gate.example, 554, /1",
        "rtsp://ad@min:se@cret@gate.example/1, gate.example, 554, /1",
        "rtsp://${env:LOGIN}@gate.example/1, gate.example, 554, /1",
        "rtsp://admin:sec/ret@gate/1, gate, 554, /1",
        "rtsp://admin:12?4@10.0.0.7/1, 10.0.0.7, 554, /1",
        "rtsp://[::1]:8554/1, [::1], 8554, /1",
        "rtsp://gate/my stream, gate, 554, /",
        "rtsp://gate?key=1, gate, 554, /",
    })
    void knowsWhereACameraListens(String uri, String host, int port, @Nullable String stream) {
        assertThat(Knock.of(uri)).isEqualTo(new Knock(host, port, stream));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///gate.mp4",
                "rtsp://gate:99999/1",
                "rtsp:///1",
            })
    void doesNotGuess(String uri) {
        assertThat(Knock.of(uri)).isNull();
    }

    @Test
    void isSatisfiedWithAnOpenPort() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Knock("127.0.0.1", port.getLocalPort(), null).await();

            assertThat(port.accept().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void takesAnyAnswerOfACamera() throws Exception {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> question = CompletableFuture.supplyAsync(() -> answer(port));

            new Knock("127.0.0.1", port.getLocalPort(), "/1").await();

            assertThat(question.get()).startsWith("OPTIONS rtsp://127.0.0.1:").endsWith("RTSP/1.0");
        }
    }

    private static String answer(ServerSocket port) {
        try (Socket camera = port.accept()) {
            var in = new BufferedReader(new InputStreamReader(camera.getInputStream(), US_ASCII));
            String first = in.readLine();
            camera.getOutputStream().write("RTSP/1.0 401 Unauthorized\r\n".getBytes(US_ASCII));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isNotSatisfiedWithAServerThatFroze() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Knock("127.0.0.1", port.getLocalPort(), "/1").await())
                    .hasMessageEndingWith("no answer in time")
                    .asInstanceOf(type(StreamException.class))
                    .extracting(StreamException::reason)
                    .isEqualTo(CameraCause.NO_ANSWER);
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port.close();

        assertThatThrownBy(() -> new Knock("127.0.0.1", port.getLocalPort(), "/1").await())
                .hasMessage(
                        "cannot connect to 127.0.0.1:%d: Connection refused"
                                .formatted(port.getLocalPort()))
                .asInstanceOf(type(StreamException.class))
                .extracting(StreamException::reason)
                .isEqualTo(CameraCause.CONNECTION_REFUSED);
    }

    @Test
    void leavesANameThatIsNotKnownToTheOpener() throws IOException {
        new Knock("no-such-host.invalid", 554, "/1").await();
    }
}
