package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.schema.CameraCause;
import io.vedette.sources.DecodeDevice;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.ScriptedCamera;
import io.vedette.sources.StreamException;
import io.vedette.sources.VideoSettings;
import io.vedette.sources.tls.TestCertificates;
import io.vedette.sources.tls.TlsFront;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an encrypted camera must be signed by, and for which host. */
class TlsITCase {

    @TempDir private static Path folder;

    private static TestCertificates certificates;
    private static SSLContext good;

    @BeforeAll
    static void sign() throws Exception {
        certificates = new TestCertificates(folder);
        good = certificates.signedFor("ip:127.0.0.1");
    }

    @Test
    void watchesAnHttpsCameraThatTheAuthoritySigned() throws Exception {
        try (ScriptedCamera camera = ScriptedCamera.start(request -> mjpeg());
                TlsFront front = TlsFront.start(good, camera.port());
                FfmpegFrameStream stream =
                        FfmpegFrameStream.ofNetwork(
                                uri("https", front),
                                settings(certificates.caFile(), true),
                                () -> false)) {
            assertThat(stream.next().width()).isEqualTo(64);
            assertThat(camera.requests()).contains("GET /gate.mjpg HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "rtsps"})
    void refusesAnAuthorityThatJavaDoesNotKnow(String scheme) throws Exception {
        assertRefused(scheme, good, null, "unable to find valid certification path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "rtsps"})
    void refusesTheCertificateOfAnotherHost(String scheme) throws Exception {
        SSLContext other = certificates.signedFor("dns:%s.example".formatted(scheme));

        assertRefused(scheme, other, certificates.caFile(), "127.0.0.1");
    }

    @Test
    void refusesACertificateThatNobodySigned() throws Exception {
        SSLContext alone = certificates.selfSignedFor("ip:127.0.0.1");

        assertRefused("rtsps", alone, certificates.caFile(), "valid certification path");
    }

    @Test
    void saysThatTheCaFileIsMissing() throws Exception {
        assertRefused("rtsps", good, "/no/ca.pem", "the CA file '/no/ca.pem' cannot be used");
    }

    @Test
    void saysThatTheCaFileIsNone() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertRefused("rtsps", good, empty.toString(), "holds no certificate");
    }

    @Test
    void watchesAnybodyWhereNothingIsVerified() throws Exception {
        SSLContext other = certificates.signedFor("dns:elsewhere.example");
        try (ScriptedCamera camera = ScriptedCamera.start(request -> mjpeg());
                TlsFront front = TlsFront.start(other, camera.port());
                FfmpegFrameStream stream =
                        FfmpegFrameStream.ofNetwork(
                                uri("https", front), settings(null, false), () -> false)) {
            assertThat(stream.next()).isNotNull();
        }
    }

    @Test
    void statusesComeThroughTls() throws Exception {
        try (ScriptedCamera camera = ScriptedCamera.refusing("401 Unauthorized");
                TlsFront front = TlsFront.start(good, camera.port())) {
            StreamException failure = refusal("rtsps", front, certificates.caFile());

            assertThat(failure.reason()).isEqualTo(CameraCause.AUTHENTICATION_FAILED);
        }
    }

    private static void assertRefused(
            String scheme, SSLContext shown, @Nullable String caFile, String said)
            throws IOException {
        try (ScriptedCamera camera = ScriptedCamera.start(request -> mjpeg());
                TlsFront front = TlsFront.start(shown, camera.port())) {
            StreamException failure = refusal(scheme, front, caFile);

            assertThat(failure.reason()).isEqualTo(CameraCause.TLS_FAILED);
            assertThat(failure).hasMessageContaining(said).hasMessageNotContaining("secret");
            assertThat(camera.requests()).isEmpty();
        }
    }

    private static StreamException refusal(String scheme, TlsFront front, @Nullable String caFile) {
        return catchThrowableOfType(
                StreamException.class,
                () ->
                        FfmpegFrameStream.ofNetwork(
                                uri(scheme, front), settings(caFile, true), () -> false));
    }

    private static String uri(String scheme, TlsFront front) {
        return "%s://joe:secret@127.0.0.1:%d/gate.mjpg".formatted(scheme, front.port());
    }

    private static RtspSettings settings(@Nullable String caFile, boolean verify) {
        return RtspSettings.defaults()
                .with(
                        new VideoSettings(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                new VideoSettings.Tls(caFile, verify),
                                DecodeDevice.CPU));
    }

    private static String mjpeg() {
        try {
            String jpeg = new String(TestPictures.jpeg(64, 48), StandardCharsets.ISO_8859_1);
            String part =
                    "--b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n"
                            .formatted(jpeg.length(), jpeg);
            return "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=b\r\n\r\n"
                    + part.repeat(8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
