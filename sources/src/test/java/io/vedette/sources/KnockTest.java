package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vedette.schema.CameraCause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnockTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://10.0.0.7/stream, 10.0.0.7, 554",
        "rtsp://10.0.0.7:8554/stream?a=b@c, 10.0.0.7, 8554",
        "RTSPS://gate.example, gate.example, 322",
        "http://gate.example/video.mjpg, gate.example, 80",
        "https://gate.example/live.m3u8, gate.example, 443",
        "rtsp://admin:se:cret@gate.example:554/1, gate.example, 554",
        "rtsp://ad@min:se@cret@gate.example/1, gate.example, 554",
        "rtsp://${env:LOGIN}@gate.example/1, gate.example, 554",
        "rtsp://admin:sec/ret@gate/1, gate, 554",
        "rtsp://admin:12?4@10.0.0.7/1, 10.0.0.7, 554",
        "rtsp://[::1]:8554/1, [::1], 8554",
    })
    void knowsWhereACameraListens(String uri, String host, int port) {
        assertThat(Knock.of(uri)).isEqualTo(new Knock(host, port));
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
            new Knock("127.0.0.1", port.getLocalPort()).await();

            assertThat(port.accept().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port.close();

        assertThatThrownBy(() -> new Knock("127.0.0.1", port.getLocalPort()).await())
                .hasMessage(
                        "cannot connect to 127.0.0.1:%d: Connection refused"
                                .formatted(port.getLocalPort()))
                .asInstanceOf(type(StreamException.class))
                .extracting(StreamException::reason)
                .isEqualTo(CameraCause.CONNECTION_REFUSED);
    }

    @Test
    void leavesANameThatIsNotKnownToTheOpener() throws IOException {
        new Knock("no-such-host.invalid", 554).await();
    }
}
