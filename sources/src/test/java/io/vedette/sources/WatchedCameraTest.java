package io.vedette.sources;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One camera and its threads; the test is its supervisor. */
class WatchedCameraTest {

    private static final CameraSplit GATE = new CameraSplit("gate", "rtsp://127.0.0.1/gate", null);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final RtspSettings HASTY =
            new RtspSettings(
                    RtspSettings.Transport.TCP,
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    ReconnectSettings.of(SHORT, SHORT),
                    Duration.ofSeconds(10),
                    SHORT,
                    VideoSettings.defaults());

    private final FakeCameras cameras = new FakeCameras();
    private final FakeMetricGroup metrics = new FakeMetricGroup();
    private final FrameHandOver handOver = new FrameHandOver();
    private final GivenUpThreads givenUp = new GivenUpThreads();
    private final List<CameraStatus> statuses = new CopyOnWriteArrayList<>();
    private StatusListener listener = statuses::add;
    private CameraSplit split = GATE;
    private WatchedCamera camera;

    @AfterEach
    void leaveNoThread() {
        camera.stop();
        cameras.thaw();
        await().until(() -> camera.ended() && givenUp.count("gate") == 0);
    }

    @Test
    void tellsItsLife() {
        cameras.connection("gate").frames(1).ends();
        cameras.connection("gate").frames(1).fails(new IOException("broken"));
        cameras.connection("gate")
                .fails(new StreamException(CameraCause.NO_VIDEO, "there is no video in it", null));

        watch();

        await().until(() -> told().contains("unsupported/no-video unreachable/no-answer"));
        assertThat(told())
                .startsWith(
                        "connecting live stalled/stream-ended live stalled/stream-corrupt"
                                + " unsupported/no-video unreachable/no-answer");
        assertThat(statuses.get(1).video().codec()).isEqualTo("fake");
        assertThat(statuses.toString()).doesNotContain("secret");
        assertThat(count("stalls")).isEqualTo(2);
        assertThat(metrics.gauge("rtsp.camera.gate.causeCode"))
                .isEqualTo(CameraCause.NO_ANSWER.code());
        assertThat(metrics.gauge("rtsp.camera.gate.state"))
                .isEqualTo(CameraState.UNREACHABLE.code());
    }

    @Test
    void isOpenedAgainOnlyOnceItsPortAnswers() {
        cameras.connection("gate").frames(1).ends();
        cameras.connection("gate").frames(1);
        cameras.shut("gate", true);

        watch();
        await().until(() -> count("failedAttempts") > 10);
        assertThat(cameras.opened("gate")).isEqualTo(1);
        cameras.shut("gate", false);

        await().until(() -> count("framesDecoded") == 2);
        assertThat(told())
                .startsWith("connecting live stalled/stream-ended unreachable/connection-refused")
                .endsWith("live");
    }

    @Test
    void isWatchedThoughNobodyCanBeTold() {
        cameras.connection("gate").frames(1).ends();
        cameras.connection("gate").frames(1);
        listener =
                status -> {
                    throw new IllegalStateException("The coordinator is gone.");
                };

        watch();

        await().until(() -> count("framesDecoded") == 2);
    }

    @Test
    void countsWhatWasPassedOverUndecodedAsLostToTheRate() {
        cameras.connection("gate").frames(1).frameAfter(24);

        watch();

        await().until(() -> count("framesDecoded") == 2);
        assertThat(count("cause.rate.framesDropped")).isEqualTo(24);
    }

    @Test
    void isSilentOnceItIsStopped() {
        FakeFrameStream stream = cameras.connection("gate").frames(2);
        watch();
        await().until(() -> count("framesDecoded") == 2);

        camera.stop();

        await().until(camera::ended);
        assertThat(stream.closed()).isTrue();
        await().until(() -> handOver.availability().isDone());
        assertThat(handOver.poll()).isEqualTo(new FrameHandOver.Arrival("gate", null));
        assertThat(handOver.poll()).isNull();
        assertThat(told()).isEqualTo("connecting live");
    }

    @Test
    void aThreadThatHangsIsGivenUpAndAnotherTakesItsPlace() {
        FakeFrameStream hanging = cameras.connection("gate").frames(1).hangs();
        cameras.connection("gate").frames(1);
        watch();
        await().until(hanging::hanging);

        superviseInAnHour(3);

        await().until(() -> count("framesDecoded") == 2);
        assertThat(told()).isEqualTo("connecting live stalled/hung live");
        assertThat(metrics.gauge("rtsp.camera.gate.hungThreads")).isEqualTo(1);
        assertThat(hanging.closed()).isFalse();
        assertThat(next().sequence()).isEqualTo(1);

        hanging.thaw();

        await().until(hanging::closed);
        await().until(() -> givenUp.count("gate") == 0);
        assertThat(count("framesDecoded")).isEqualTo(2);
        assertThat(handOver.poll()).isNull();
        assertThat(camera.ended()).isFalse();
    }

    @Test
    void aThreadThatHangsOpeningClosesWhatItOpensAfterAll() {
        FakeFrameStream hanging = cameras.connection("gate").frames(1).hangsWhenOpened();
        cameras.connection("gate").frames(1);
        watch();
        await().until(hanging::hanging);

        superviseInAnHour(3);
        await().until(() -> count("framesDecoded") == 1);
        hanging.thaw();

        await().until(hanging::closed);
        assertThat(told()).isEqualTo("connecting stalled/hung live");
        assertThat(count("framesDecoded")).isEqualTo(1);
    }

    @Test
    void aPauseOfTheWholeProcessGivesNobodyUp() {
        FakeFrameStream slow = cameras.connection("gate").frames(1).hangs();
        watch();
        await().until(slow::hanging);

        superviseInAnHour(2);
        slow.thaw();

        await().until(() -> count("framesDecoded") == 2);
        assertThat(told()).isEqualTo("connecting live");
    }

    @Test
    void noMoreThanThreeThreadsOfACameraHang() {
        List<FakeFrameStream> hanging =
                Stream.generate(() -> cameras.connection("gate").hangsWhenOpened())
                        .limit(GivenUpThreads.MAX)
                        .toList();
        cameras.connection("gate").frames(1);
        watch();
        for (FakeFrameStream stream : hanging) {
            await().until(stream::hanging);
            superviseInAnHour(3);
        }
        await().until(() -> statuses.get(statuses.size() - 1).attempt() > GivenUpThreads.MAX);
        assertThat(cameras.opened("gate")).isEqualTo(GivenUpThreads.MAX);

        hanging.get(1).thaw();

        await().until(() -> count("framesDecoded") == 1);
        assertThat(givenUp.count("gate")).isEqualTo(GivenUpThreads.MAX - 1);
    }

    @Test
    void aCameraThatIsStoppedWhileItHangsEndsAllTheSame() {
        FakeFrameStream hanging = cameras.connection("gate").frames(1).hangs();
        watch();
        await().until(hanging::hanging);

        camera.stop();
        superviseInAnHour(3);

        assertThat(camera.ended()).isTrue();
        assertThat(handOver.poll()).isEqualTo(new FrameHandOver.Arrival("gate", null));
        hanging.thaw();
        await().until(hanging::closed);
        await().until(() -> givenUp.count("gate") == 0);
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void aConsumerThatIsTenTimesTooSlowGetsTheNewestFrames() {
        FakeFrameStream stream = cameras.connection("gate");
        watch();
        int rounds = 50;

        for (int round = 1; round <= rounds; round++) {
            int sent = 10 * round;
            stream.frames(10);
            await().pollInterval(SHORT)
                    .until(() -> count("cause.superseded.framesDropped") == sent - sent / 10);
            assertThat(next().sequence()).isEqualTo(sent - 1);
        }

        assertThat(count("framesDecoded")).isEqualTo(10 * rounds);
        assertThat(count("cause.superseded.framesDropped")).isEqualTo(9 * rounds);
        assertThat(count("reconnects") + count("failedAttempts") + count("stalls")).isZero();
    }

    @Test
    void aFrameThatWaitedTooLongIsNotHandedOver() {
        cameras.connection("gate").frames(1);
        watch(new CaptureSettings(null, null, 90, Duration.ofNanos(1)));
        await().until(() -> count("framesDecoded") == 1);

        await().until(
                        () -> {
                            assertThat(handOver.poll()).isNull();
                            return count("cause.stale.framesDropped") == 1;
                        });
    }

    @Test
    void aFastFileLosesNothingHoweverLongItsFramesWait() {
        split = new CameraSplit("gate", "file:///gate.mp4?pace=max", null);
        cameras.connection("gate").frames(20).ends();
        watch(new CaptureSettings(null, null, 90, Duration.ofNanos(1)));

        for (int i = 0; i < 20; i++) {
            assertThat(next().sequence()).isEqualTo(i);
        }

        await().until(camera::ended);
        assertThat(told()).isEqualTo("connecting live ended");
    }

    private void watch() {
        watch(new CaptureSettings(null, null, 90));
    }

    private void watch(CaptureSettings capture) {
        CameraMetrics measured = new CameraMetrics(metrics, "gate", () -> givenUp.count("gate"));
        camera =
                new WatchedCamera(
                        split,
                        new WatchSettings(capture, HASTY, false, cameras),
                        handOver,
                        measured,
                        givenUp,
                        listener);
    }

    private void superviseInAnHour(int checks) {
        long now = System.nanoTime() + Duration.ofHours(3).toNanos();
        for (int i = 0; i < checks; i++) {
            camera.check(now);
        }
    }

    private Frame next() {
        return await().pollInterval(SHORT)
                .until(handOver::poll, arrival -> arrival != null)
                .frame();
    }

    private long count(String metric) {
        return metrics.count("rtsp.camera.gate." + metric);
    }

    private String told() {
        return statuses.stream().map(WatchedCameraTest::brief).collect(joining(" "));
    }

    private static String brief(CameraStatus status) {
        String state = word(status.state());
        return status.cause() == null ? state : state + "/" + word(status.cause());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
