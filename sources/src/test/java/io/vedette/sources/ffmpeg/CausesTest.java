package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.schema.CameraCause;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.ScriptedCamera;
import io.vedette.sources.SharedData;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    private static final RtspSettings HASTY =
            new RtspSettings(
                    RtspSettings.Transport.TCP,
                    Duration.ofSeconds(2),
                    Duration.ofMillis(200),
                    Duration.ofMillis(1),
                    Duration.ofMillis(1));

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, AUTHENTICATION_FAILED, 401",
        "403 Forbidden, AUTHENTICATION_FAILED, 403",
        "404 Not Found, NOT_FOUND, 404",
        "454 Session Not Found, REQUEST_REFUSED, 4xx",
        "503 Service Unavailable, REQUEST_REFUSED, 5xx"
    })
    void aStatusOfRtspIsACause(String status, CameraCause cause, String said) throws IOException {
        try (ScriptedCamera camera = ScriptedCamera.refusing(status)) {
            StreamException failure = failure("rtsp://joe:secret@127.0.0.1:%d/gate", camera.port());

            assertThat(failure.reason()).isEqualTo(cause);
            assertThat(failure)
                    .hasMessageStartingWith("cannot open rtsp://***@127.0.0.1")
                    .hasMessageContaining(said)
                    .hasMessageNotContaining("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, AUTHENTICATION_FAILED",
        "404 Not Found, NOT_FOUND",
        "410 Gone, REQUEST_REFUSED",
        "500 Oops, REQUEST_REFUSED"
    })
    void aStatusOfHttpIsACause(String status, CameraCause cause) throws IOException {
        String answer = "HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n".formatted(status);
        try (ScriptedCamera camera = ScriptedCamera.start(request -> answer)) {
            assertThat(failure("http://127.0.0.1:%d/gate.mjpg", camera.port()).reason())
                    .isEqualTo(cause);
        }
    }

    @Test
    void aPortWithoutACameraRefuses() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(failure("rtsp://127.0.0.1:%d/gate", port).reason())
                .isEqualTo(CameraCause.CONNECTION_REFUSED);
        assertThat(failure("rtsps://127.0.0.1:%d/gate", port).reason())
                .isEqualTo(CameraCause.CONNECTION_REFUSED);
    }

    @Test
    void aCameraThatHangsUpGivesNoAnswer() throws IOException {
        try (ScriptedCamera camera = ScriptedCamera.start(request -> "")) {
            assertThat(failure("rtsp://127.0.0.1:%d/gate", camera.port()).reason())
                    .isEqualTo(CameraCause.NO_ANSWER);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsUnknown() {
        assertThat(failure("rtsp://no-such-camera.invalid:%d/gate", 554).reason())
                .isEqualTo(CameraCause.HOST_UNKNOWN);
    }

    @Test
    void aSecretThatIsNotThereIsMissing() {
        StreamException failure = failure("rtsp://${env:NO_SUCH_LOGIN}@127.0.0.1:%d/gate", 554);

        assertThat(failure.reason()).isEqualTo(CameraCause.SECRET_MISSING);
        assertThat(failure).hasMessageContaining("NO_SUCH_LOGIN");
    }

    @Test
    void soundAloneIsNoVideo() throws IOException {
        String sdp = "v=0\r\no=- 1 1 IN IP4 0\r\ns=x\r\nt=0 0\r\nm=audio 0 RTP/AVP 0\r\n";
        try (ScriptedCamera camera = ScriptedCamera.start(request -> describing(request, sdp))) {
            assertThat(failure("rtsp://127.0.0.1:%d/gate", camera.port()).reason())
                    .isEqualTo(CameraCause.NO_VIDEO);
        }
    }

    private static String describing(String request, String sdp) {
        String ok = "RTSP/1.0 200 OK\r\nCSeq: CSEQ\r\n";
        if (request.startsWith("DESCRIBE")) {
            return ok
                    + "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n"
                            .formatted(sdp.length())
                    + sdp;
        }
        if (request.startsWith("SETUP")) {
            return ok + "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
        }
        return ok + "Session: 1\r\n\r\n";
    }

    @Test
    void aCodecThatNobodyDecodesIsUnsupported() throws IOException {
        String sdp =
                "v=0\r\no=- 1 1 IN IP4 0\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
                        + "a=rtpmap:96 X-SECRET-SAUCE/90000\r\n";
        try (ScriptedCamera camera = ScriptedCamera.start(request -> describing(request, sdp))) {
            assertThat(failure("rtsp://127.0.0.1:%d/gate", camera.port()).reason())
                    .isEqualTo(CameraCause.CODEC_UNSUPPORTED);
        }
    }

    @Test
    void aCameraThatFallsSilentSendsNoPackets() throws IOException {
        String sets = Base64.getEncoder().encodeToString(new byte[] {0x68, 1});
        String sdp =
                "v=0\r\no=- 1 1 IN IP4 0\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
                        + "a=rtpmap:96 H264/90000\r\na=fmtp:96 sprop-parameter-sets="
                        + sets
                        + "\r\n";
        try (ScriptedCamera camera = ScriptedCamera.start(request -> describing(request, sdp));
                FfmpegFrameStream stream =
                        FfmpegFrameStream.ofNetwork(
                                "rtsp://127.0.0.1:%d/gate".formatted(camera.port()),
                                HASTY,
                                () -> false)) {
            StreamException failure = catchThrowableOfType(StreamException.class, stream::next);

            assertThat(failure.reason()).isEqualTo(CameraCause.NO_PACKETS);
            assertThat(failure).hasMessage("no packet for 0.2 s");
        }
    }

    @Test
    void aPageIsNoVideo() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n<html>Hello.</html>\n";
        try (ScriptedCamera camera = ScriptedCamera.start(request -> answer)) {
            assertThat(failure("http://127.0.0.1:%d/gate", camera.port()).reason())
                    .isEqualTo(CameraCause.STREAM_CORRUPT);
        }
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        assertThat(
                        catchThrowableOfType(
                                        StreamException.class,
                                        () ->
                                                FfmpegFrameStream.ofFile(
                                                        Path.of("/no/video.mp4"), () -> false))
                                .reason())
                .isEqualTo(CameraCause.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"file:", "http://127.0.0.1:1/a", "https://127.0.0.1:1/a", "concat:"})
    void anHttpCameraLeadsToNoFileAndNoUncheckedTls(String elsewhere) throws IOException {
        Path video = SharedData.video("media3_sample.mkv").toAbsolutePath();
        String location = elsewhere.endsWith(":") ? elsewhere + video : elsewhere;
        String answer =
                "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(location);
        try (ScriptedCamera camera = ScriptedCamera.start(request -> answer)) {
            assertThat(failure("http://127.0.0.1:%d/gate", camera.port()).reason())
                    .isIn(CameraCause.REQUEST_REFUSED, CameraCause.CONNECTION_REFUSED);
        }
    }

    @Test
    void aPlaylistLeadsToNoFile() throws IOException {
        Path video =
                Files.copy(SharedData.video("media3_sample_h265.ts"), folder.resolve("secret.ts"));
        String list =
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://%s\n#EXT-X-ENDLIST\n"
                        .formatted(video);
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.apple.mpegurl\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(list.length(), list);
        try (ScriptedCamera camera = ScriptedCamera.start(request -> answer)) {
            assertThat(failure("http://127.0.0.1:%d/gate.m3u8", camera.port())).isNotNull();
        }
    }

    @Test
    void packetsWithoutAPictureAreNoticed() {
        long[] now = {0};
        DecodeWatch watch = new DecodeWatch(Duration.ofSeconds(10), () -> now[0]);
        now[0] = Duration.ofSeconds(9).toNanos();

        StreamException none = catchThrowableOfType(StreamException.class, watch::packet);
        now[0] = Duration.ofSeconds(11).toNanos();
        StreamException failure = catchThrowableOfType(StreamException.class, watch::packet);

        assertThat(none).isNull();
        assertThat(failure.reason()).isEqualTo(CameraCause.NO_PICTURES);
    }

    @Test
    void eachPictureIsWaitedForAnew() {
        long[] now = {0};
        DecodeWatch watch = new DecodeWatch(Duration.ofSeconds(10), () -> now[0]);
        now[0] = Duration.ofSeconds(11).toNanos();
        watch.picture();
        now[0] = Duration.ofSeconds(20).toNanos();

        assertThat(catchThrowableOfType(StreamException.class, watch::packet)).isNull();
    }

    private static StreamException failure(String uri, int port) {
        return catchThrowableOfType(
                StreamException.class,
                () -> {
                    try (FfmpegFrameStream stream =
                            FfmpegFrameStream.ofNetwork(uri.formatted(port), HASTY, () -> false)) {
                        assertThat(stream.codec()).isNotNull();
                        stream.next();
                    }
                });
    }
}
