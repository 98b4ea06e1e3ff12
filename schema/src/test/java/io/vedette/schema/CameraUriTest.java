package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUriTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "rtsp://user:pass@host/stream, rtsp://***@host/stream",
                "rtsp://user:p@ss@host:554/stream, rtsp://***@host:554/stream",
                "rtsp://user:p/a/ss@host/stream, rtsp://***@host/stream",
                "rtsp://user:p#s:s@host/stream, rtsp://***@host/stream",
                "rtsp://user@host/stream, rtsp://***@host/stream",
                "RTSP://user:pass@host, RTSP://***@host",
                "rtsp://host/stream, rtsp://host/stream",
                "http://host/v?user=a&password=b&channel=1, http://host/v?user=***&password=***&channel=1",
                "http://host/v?access_token=abc, http://host/v?access_token=***",
                "file:/videos/a.mp4?pace=max, file:/videos/a.mp4?pace=max",
                "rtsp://user:wh?t@host/stream, rtsp://***@host/stream",
                "rtsp://user:two words@host/stream, rtsp://***@host/stream",
                "rtsp://user:p%40ss@host/stream, rtsp://***@host/stream",
                "rtsp://user:${env:GATE}@host/stream, rtsp://***@host/stream",
                "rtsp://user:${file:/run/a@b}@host/stream, rtsp://***@host/stream",
                "a=rtsp://u:p@h1/x b=rtsp://u:q@h2/y, a=rtsp://***@h1/x b=rtsp://***@h2/y",
            })
    void hidesCredentials(String uri, String shown) {
        assertThat(CameraUri.redact(uri)).isEqualTo(shown);
    }

    @Test
    void hidesCredentialsInsideAMessage() {
        String message = "Cannot open rtsp://admin:hunter2@10.0.0.7/live: refused";

        assertThat(CameraUri.redact(message))
                .isEqualTo("Cannot open rtsp://***@10.0.0.7/live: refused");
    }

    @Test
    void hidesAPasswordWhereverItsLineEnds() {
        String log = "open rtsp://a:b c\nadmin@example.com: open rtsp://a:s3cret@h/x\nback";

        assertThat(CameraUri.redact(log))
                .isEqualTo("open rtsp://a:b c\nadmin@example.com: open rtsp://***@h/x\nback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin:s3cret@10.0.0.7/live", "//admin:s3cret@10.0.0.7/live"})
    void hidesCredentialsAlsoWhereTheSchemeWasForgotten(String uri) {
        assertThatThrownBy(() -> Camera.of("gate-1", uri))
                .hasMessageEndingWith("but was '***@10.0.0.7/live'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gate.mp4", "ftp://host/x", "rtsp:", "javascript:alert(1)"})
    void refusesOtherSchemes(String uri) {
        assertThatThrownBy(() -> Camera.of("gate-1", uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Camera 'gate-1': uri must begin with");
    }

    @Test
    void keepsTheSecretOutOfToString() {
        Camera camera = Camera.of("gate-1", "rtsp://admin:hunter2@10.0.0.7/live");

        assertThat(camera.toString()).doesNotContain("hunter2");
        assertThat(camera.redacted().uri()).isEqualTo("rtsp://***@10.0.0.7/live");
    }
}
