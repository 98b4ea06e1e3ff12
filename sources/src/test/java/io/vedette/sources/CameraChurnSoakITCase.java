package io.vedette.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import io.vedette.sources.ffmpeg.TestPictures;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cameras come and go for weeks in one process: none of that leaves a trace. */
@Tag("soak")
class CameraChurnSoakITCase {

    private static final int CYCLES = 2000;
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final RtspSettings HASTY =
            new RtspSettings(
                    RtspSettings.Transport.TCP,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    SHORT,
                    SHORT);

    private final FakeMetricGroup metrics = new FakeMetricGroup();
    private final FrameHandOver handOver = new FrameHandOver();
    private final Footprint footprint = new Footprint();
    private ScriptedCamera server;
    private CameraThreads threads;

    /** A camera that shows three pictures and goes. */
    @BeforeEach
    void start() throws IOException {
        Footprint.assumeKnown();
        String jpeg = new String(TestPictures.jpeg(640, 480), ISO_8859_1);
        String part =
                "--b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n"
                        .formatted(jpeg.length(), jpeg);
        String answer =
                "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=b\r\n\r\n"
                        + part.repeat(3);
        server = ScriptedCamera.start(request -> answer);
        CaptureSettings capture = new CaptureSettings(null, Duration.ZERO, 90);
        CameraLoop.Opener opener =
                (camera, cancelled) -> FfmpegFrameStream.ofNetwork(camera.uri(), HASTY, cancelled);
        threads =
                new CameraThreads(
                        new WatchSettings(capture, HASTY, false, new KnockingOpener(opener)),
                        handOver,
                        metrics,
                        status -> {});
    }

    @AfterEach
    void stop() throws IOException {
        threads.close();
        server.close();
    }

    @Test
    void aCameraThatReconnectsAllTheTimeLeavesNothingBehind() throws IOException {
        threads.watch(camera("gate"));

        for (int i = 1; i <= Footprint.SAMPLES; i++) {
            int due = i * CYCLES / Footprint.SAMPLES;
            await().pollInterval(SHORT)
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> metrics.count("rtsp.camera.gate.reconnects") >= due);
            footprint.sample();
        }

        assertThat(metrics.count("rtsp.camera.gate.stalls")).isGreaterThan(CYCLES / 2);
        footprint.assertFlat(CYCLES);
    }

    @Test
    void camerasThatAreAddedAndRemovedLeaveNothingBehind() throws IOException {
        for (int i = 1; i <= CYCLES; i++) {
            WatchedCamera camera = threads.watch(camera("gate"));
            await().pollInterval(SHORT).until(handOver::poll, arrival -> arrival != null);
            camera.stop();
            await().pollInterval(SHORT)
                    .until(handOver::poll, arrival -> arrival != null && arrival.frame() == null);
            if (i % (CYCLES / Footprint.SAMPLES) == 0) {
                footprint.sample();
            }
        }

        footprint.assertFlat(CYCLES);
    }

    private CameraSplit camera(String id) {
        return new CameraSplit(id, "http://127.0.0.1:%d/%s".formatted(server.port(), id), null);
    }
}
