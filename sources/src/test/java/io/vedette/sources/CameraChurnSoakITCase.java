package io.vedette.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import io.vedette.sources.ffmpeg.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cameras come and go for weeks in one process: none of that leaves a trace. */
@Tag("soak")
class CameraChurnSoakITCase {

    private static final int CYCLES = 2000;
    private static final int SAMPLES = 40;

    /** 2 KiB a cycle over the half that is looked at: less than any stream that is not freed. */
    private static final long GROWTH_KIB = 2 * 1024;

    private static final Path PROCESS = Path.of("/proc/self");
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
    private final List<Sample> samples = new ArrayList<>();
    private ScriptedCamera server;
    private CameraThreads threads;

    /** What a process holds. */
    private record Sample(long residentKib, long threads, long files) {

        static Sample now() throws IOException {
            System.gc();
            try (Stream<Path> files = Files.list(PROCESS.resolve("fd"))) {
                return new Sample(status("VmRSS:"), status("Threads:"), files.count());
            }
        }

        private static long status(String field) throws IOException {
            return Files.readAllLines(PROCESS.resolve("status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A camera that shows three pictures and goes. */
    @BeforeEach
    void start() throws IOException {
        Assumptions.assumeTrue(
                Files.isReadable(PROCESS.resolve("status")),
                "This system does not tell what a process holds: " + PROCESS);
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

        for (int i = 1; i <= SAMPLES; i++) {
            int due = i * CYCLES / SAMPLES;
            await().pollInterval(SHORT)
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> metrics.count("rtsp.camera.gate.reconnects") >= due);
            samples.add(Sample.now());
        }

        assertThat(metrics.count("rtsp.camera.gate.stalls")).isGreaterThan(CYCLES / 2);
        assertFlat();
    }

    @Test
    void camerasThatAreAddedAndRemovedLeaveNothingBehind() throws IOException {
        for (int i = 1; i <= CYCLES; i++) {
            WatchedCamera camera = threads.watch(camera("gate"));
            await().pollInterval(SHORT).until(handOver::poll, arrival -> arrival != null);
            camera.stop();
            await().pollInterval(SHORT)
                    .until(handOver::poll, arrival -> arrival != null && arrival.frame() == null);
            if (i % (CYCLES / SAMPLES) == 0) {
                samples.add(Sample.now());
            }
        }

        assertFlat();
    }

    private CameraSplit camera(String id) {
        return new CameraSplit(id, "http://127.0.0.1:%d/%s".formatted(server.port(), id), null);
    }

    /** Holds the lowest of the last quarter against the lowest of the second. */
    private void assertFlat() {
        System.out.printf(
                "%s after %d cycles, %s after %d.%n",
                samples.get(SAMPLES / 2), CYCLES / 2, samples.get(SAMPLES - 1), CYCLES);
        assertThat(growth(Sample::threads)).as("threads left over").isLessThanOrEqualTo(0);
        assertThat(growth(Sample::files)).as("file descriptors left over").isLessThanOrEqualTo(0);
        assertThat(growth(Sample::residentKib)).as("KiB left over").isLessThan(GROWTH_KIB);
    }

    private long growth(ToLongFunction<Sample> what) {
        return lowest(what, SAMPLES * 3 / 4, SAMPLES) - lowest(what, SAMPLES / 4, SAMPLES / 2);
    }

    private long lowest(ToLongFunction<Sample> what, int from, int to) {
        return samples.subList(from, to).stream().mapToLong(what).min().orElseThrow();
    }
}
