package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cameras that come and go all day. */
@Timeout(120)
class RtspSourceReaderCyclesITCase {

    private static final int CYCLES = 1_000;
    private static final CameraSplit YARD = camera("yard", "live");

    private final FakeReaderOutput output = new FakeReaderOutput();
    private final FakeReaderContext context = new FakeReaderContext();
    private final RtspSourceReader reader =
            new RtspSourceReader(
                    context,
                    new CaptureSettings(null, null, 90),
                    RtspSettings.defaults(),
                    false,
                    new OpenCameras());

    @BeforeEach
    void clear() {
        OpenCameras.clear();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aThousandCamerasThatChangeLeaveNothing() {
        watch(YARD);
        pollUntil(() -> output.outputs().contains("yard"));

        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            watch(YARD, camera("gate", "live-" + cycle));
            pollUntilOpened("gate", cycle);
        }
        watch(YARD);

        pollUntil(() -> OpenCameras.now("gate") == 0 && cameraThreads() == 1);
        assertThat(OpenCameras.most("gate")).isEqualTo(1);
        assertThat(OpenCameras.all("yard")).isEqualTo(1);
        assertThat(output.outputs()).containsExactly("yard");
    }

    @Test
    void aThousandCamerasThatComeAndGoLeaveNothing() {
        watch(YARD);
        pollUntil(() -> output.outputs().contains("yard"));

        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            watch(YARD, camera("gate-" + cycle, "live"));
            pollUntilOpened("gate-" + cycle, 1);
            watch(YARD);
        }

        pollUntil(() -> OpenCameras.open() == 1 && cameraThreads() == 1);
        assertThat(OpenCameras.all("yard")).isEqualTo(1);
        assertThat(output.outputs()).containsExactly("yard");
    }

    private void watch(CameraSplit... cameras) {
        reader.handleSourceEvents(new CameraListEvent(List.of(cameras)));
    }

    private void pollUntilOpened(String camera, int times) {
        while (OpenCameras.all(camera) < times) {
            reader.pollNext(output);
            Thread.onSpinWait();
        }
    }

    private void pollUntil(BooleanSupplier done) {
        await().pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            reader.pollNext(output);
                            return done.getAsBoolean();
                        });
    }

    private static CameraSplit camera(String id, String path) {
        return new CameraSplit(id, "rtsp://127.0.0.1/" + path, null);
    }

    private static long cameraThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("camera "))
                .count();
    }
}
