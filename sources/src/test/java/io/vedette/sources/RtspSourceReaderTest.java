package io.vedette.sources;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Anchor;
import io.vedette.schema.CameraState;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RtspSourceReaderTest {

    private static final CaptureSettings NO_PIXELS = new CaptureSettings(null, null, 90);
    private static final RtspSettings HASTY =
            new RtspSettings(
                    RtspSettings.Transport.TCP,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2));
    private static final String FAST = "file:///gate.mp4?pace=max&start=2026-01-01T00:00:00Z";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeCameras cameras = new FakeCameras();
    private final FakeReaderContext context = new FakeReaderContext();
    private final FakeReaderOutput output = new FakeReaderOutput();
    private RtspSourceReader reader = reader(NO_PIXELS, false);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void dropsOldestFrameWhenTheReaderLags() {
        cameras.connection("gate").frames(5);

        watch(List.of(live("gate")));
        await().until(
                        () ->
                                count("gate", "framesDecoded") == 5
                                        && dropped("gate", "superseded") == 4);
        pollUntil(() -> !output.frames().isEmpty());

        assertThat(output.sequences("gate")).containsExactly(4L);
    }

    @Test
    void aFastFileLosesNothing() {
        reader = reader(NO_PIXELS, true);
        cameras.connection("gate").frames(500).ends();

        watch(List.of(new CameraSplit("gate", FAST, null)));
        reader.notifyNoMoreSplits();
        pollToTheEnd();

        assertThat(output.sequences("gate"))
                .containsExactlyElementsOf(LongStream.range(0, 500).boxed().toList());
        assertThat(output.frames().get(499).capturedAt())
                .isEqualTo(START.plus(Duration.ofMillis(499 * 40)));
        assertThat(output.outputs()).isEmpty();
    }

    @Test
    void aFileThatLoopsKeepsCountingAndItsCaptureTimesRise() {
        cameras.connection("gate").frames(3).ends();
        cameras.connection("gate").frames(2);

        watch(List.of(new CameraSplit("gate", FAST + "&loop=true", null)));
        pollUntil(() -> output.frames().size() == 5);

        assertThat(output.sequences("gate")).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(output.frames().get(4).capturedAt())
                .isEqualTo(START.plus(Duration.ofMillis(4 * 40)));
    }

    @Test
    void anUnboundedFileGoesIdleAtItsEnd() {
        cameras.connection("gate").frames(1).ends();

        watch(List.of(new CameraSplit("gate", FAST, null)));
        pollUntil(
                () ->
                        gauge("gate", "state").equals(CameraState.ENDED.code())
                                && output.outputs().isEmpty());

        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(reader.isAvailable()).isNotDone();
    }

    @Test
    void thinsFramesToTheRateOfTheCamera() {
        reader = reader(NO_PIXELS, true);
        cameras.connection("gate").frames(100).ends();

        watch(List.of(new CameraSplit("gate", FAST, 5.0)));
        reader.notifyNoMoreSplits();
        pollToTheEnd();

        assertThat(output.sequences("gate")).hasSize(21).startsWith(0L, 4L, 9L, 14L);
        assertThat(dropped("gate", "rate")).isEqualTo(79);
    }

    @Test
    void dropsDamagedFrames() {
        cameras.connection("gate").frames(1).damagedFrame().frames(1);

        watch(List.of(new CameraSplit("gate", FAST, null)));
        pollUntil(() -> output.frames().size() == 2);

        assertThat(output.sequences("gate")).containsExactly(0L, 2L);
        assertThat(dropped("gate", "corrupt")).isEqualTo(1);
    }

    @Test
    void reconnectsAfterTheStreamFails() {
        cameras.connection("gate").frames(1).fails(new IOException("no packet for 5.0 s"));
        cameras.connection("gate").frames(1).fails(new IllegalStateException("a defect"));
        cameras.connection("gate").frames(1).ends();
        cameras.connection("gate").frames(1);

        watch(List.of(live("gate")));
        pollUntil(() -> output.sequences("gate").contains(3L));

        assertThat(count("gate", "reconnects")).isEqualTo(3);
        assertThat(gauge("gate", "connected")).isEqualTo(1);
        assertThat(output.frames())
                .isSortedAccordingTo((a, b) -> a.capturedAt().compareTo(b.capturedAt()));
    }

    @Test
    void aDeadCameraDoesNotDelayOthers() {
        cameras.silent("silent");
        cameras.connection("gate").frames(1);

        watch(List.of(live("silent"), live("refusing"), live("gate")));
        pollUntil(() -> !output.frames().isEmpty());

        assertThat(output.sequences("gate")).containsExactly(0L);
        await().until(() -> count("refusing", "reconnects") > 3);
        assertThat(gauge("silent", "connected")).isEqualTo(0);
        assertThat(gauge("silent", "lastFrameAgeMillis")).isEqualTo(-1L);
    }

    @Test
    void aBoundedRunGoesOnWithoutACameraThatFails() {
        reader = reader(NO_PIXELS, true);
        cameras.connection("gate").frames(2).ends();

        watch(
                List.of(
                        new CameraSplit("missing", "file:///missing.mp4", null),
                        new CameraSplit("gate", FAST, null)));
        reader.notifyNoMoreSplits();
        pollToTheEnd();

        assertThat(output.sequences("gate")).containsExactly(0L, 1L);
    }

    @Test
    void aReaderWithoutCamerasEndsAtOnceInABoundedRun() {
        reader = reader(NO_PIXELS, true);

        reader.notifyNoMoreSplits();

        assertThat(reader.isAvailable()).isDone();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
    }

    @Test
    void closesWithinSecondsWhileAStreamHangs() {
        FakeFrameStream hanging = cameras.connection("gate").frames(1);
        watch(List.of(live("gate")));
        pollUntil(() -> !output.frames().isEmpty());

        reader.close();

        await().until(hanging::closed);
        assertThat(cameraThreads()).isEmpty();
    }

    @Test
    void closesWhileAFastFileWaitsForTheReader() {
        FakeFrameStream waiting = cameras.connection("gate").frames(10);
        watch(List.of(new CameraSplit("gate", FAST, null)));
        await().until(() -> count("gate", "framesDecoded") == 2);

        reader.close();

        await().until(waiting::closed);
        assertThat(cameraThreads()).isEmpty();
    }

    @Test
    void aMissingLibraryFailsTheReader() {
        reader =
                new RtspSourceReader(
                        context,
                        NO_PIXELS,
                        HASTY,
                        false,
                        (camera, cancelled) -> {
                            throw new UnsatisfiedLinkError("no jniavutil");
                        });
        watch(List.of(live("gate")));

        await().until(() -> reader.isAvailable().isDone());

        assertThatThrownBy(() -> reader.pollNext(output)).hasRootCauseMessage("no jniavutil");
    }

    @Test
    void oneFramePerIntervalCarriesAPicture() {
        reader = reader(new CaptureSettings(null, Duration.ofSeconds(1), 80), true);
        cameras.connection("gate").frames(100).ends();

        watch(List.of(new CameraSplit("gate", FAST, null)));
        reader.notifyNoMoreSplits();
        pollToTheEnd();

        assertThat(output.frames().stream().filter(f -> f.picture() != null).map(Frame::sequence))
                .containsExactly(0L, 25L, 50L, 75L);
    }

    @Test
    void aPictureThatIsDroppedIsMadeAgain() {
        reader = reader(new CaptureSettings(null, Duration.ofDays(1), 80), false);
        cameras.connection("gate").frames(3);

        watch(List.of(live("gate")));
        await().until(() -> dropped("gate", "superseded") == 2);
        pollUntil(() -> !output.frames().isEmpty());

        assertThat(output.frames().get(0).picture()).containsExactly(80);
    }

    @Test
    void makesTheRasterThatTheModelWants() {
        RasterSpec spec =
                new RasterSpec(8, 8, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);
        reader = reader(new CaptureSettings(spec, null, 80), false);
        cameras.connection("gate").frames(1);

        watch(List.of(live("gate")));
        pollUntil(() -> !output.frames().isEmpty());

        assertThat(output.frames().get(0).raster().fits(spec)).isTrue();
        assertThat(output.frames().get(0).picture()).isNull();
    }

    @Test
    void neverLosesAWakeUp() throws Exception {
        int frames = 20_000;
        reader = reader(NO_PIXELS, true);
        cameras.connection("gate").frames(frames).ends();
        watch(List.of(new CameraSplit("gate", FAST, null)));
        reader.notifyNoMoreSplits();

        InputStatus status = InputStatus.NOTHING_AVAILABLE;
        while (status != InputStatus.END_OF_INPUT) {
            reader.isAvailable().get(5, TimeUnit.SECONDS);
            status = reader.pollNext(output);
        }

        assertThat(output.frames()).hasSize(frames);
    }

    @Test
    void checkpointsNothing() {
        cameras.connection("gate").frames(1);
        watch(List.of(live("gate")));

        assertThat(reader.snapshotState(1)).isEmpty();
    }

    @Test
    void namesEveryMetric() {
        cameras.connection("gate").frames(1);

        watch(List.of(live("gate")));

        assertThat(context.metrics().metrics().keySet())
                .filteredOn(name -> name.startsWith("rtsp."))
                .containsExactlyInAnyOrder(
                        "rtsp.camera.gate.framesDecoded",
                        "rtsp.camera.gate.framesDecodedPerSecond",
                        "rtsp.camera.gate.cause.superseded.framesDropped",
                        "rtsp.camera.gate.cause.rate.framesDropped",
                        "rtsp.camera.gate.cause.corrupt.framesDropped",
                        "rtsp.camera.gate.cause.stale.framesDropped",
                        "rtsp.camera.gate.reconnects",
                        "rtsp.camera.gate.failedAttempts",
                        "rtsp.camera.gate.stalls",
                        "rtsp.camera.gate.hungThreads",
                        "rtsp.camera.gate.connected",
                        "rtsp.camera.gate.state",
                        "rtsp.camera.gate.causeCode",
                        "rtsp.camera.gate.lastFrameAgeMillis");
    }

    private RtspSourceReader reader(CaptureSettings capture, boolean bounded) {
        return new RtspSourceReader(context, capture, HASTY, bounded, cameras);
    }

    private void watch(List<CameraSplit> list) {
        reader.handleSourceEvents(new CameraListEvent(list));
    }

    private static CameraSplit live(String camera) {
        return new CameraSplit(camera, "rtsp://127.0.0.1/" + camera, null);
    }

    private void pollUntil(BooleanSupplier done) {
        await().pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            reader.pollNext(output);
                            return done.getAsBoolean();
                        });
    }

    private void pollToTheEnd() {
        await().pollInterval(Duration.ofMillis(1)).until(this::polledToTheEnd);
    }

    private boolean polledToTheEnd() {
        InputStatus status = InputStatus.MORE_AVAILABLE;
        while (status == InputStatus.MORE_AVAILABLE) {
            status = reader.pollNext(output);
        }
        return status == InputStatus.END_OF_INPUT;
    }

    private long count(String camera, String metric) {
        return context.metrics().count("rtsp.camera." + camera + "." + metric);
    }

    private long dropped(String camera, String cause) {
        return count(camera, "cause." + cause + ".framesDropped");
    }

    private Object gauge(String camera, String metric) {
        return context.metrics().gauge("rtsp.camera." + camera + "." + metric);
    }

    private static Set<String> cameraThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("camera "))
                .collect(toSet());
    }
}
