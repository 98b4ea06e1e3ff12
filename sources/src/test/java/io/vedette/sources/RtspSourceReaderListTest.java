package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.Share;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader does when it is told another list. */
class RtspSourceReaderListTest {

    private static final CameraSplit GATE = camera("gate", "live");
    private static final CameraSplit YARD = camera("yard", "live");

    private final FakeReaderContext context = new FakeReaderContext();
    private final FakeReaderOutput output = new FakeReaderOutput();
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
    void aCameraThatIsRemovedEmitsNothingMoreAndHoldsNoWatermark() throws Exception {
        watch(GATE, YARD);
        pollUntil(() -> seen("gate") > 3 && seen("yard") > 3);

        watch(YARD);
        int gate = seen("gate");
        int yard = seen("yard");
        pollUntil(() -> seen("yard") > yard + 3 && OpenCameras.now("gate") == 0);

        assertThat(seen("gate")).isEqualTo(gate);
        assertThat(output.outputs()).containsExactly("yard");
    }

    @Test
    void aCameraThatDidNotChangeIsNotTouched() {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);

        watch(YARD, camera("gate", "live"));
        watch(YARD, camera("gate", "live"));
        pollUntil(() -> seen("yard") > 3 && seen("gate") > 10);

        assertThat(OpenCameras.all("gate")).isEqualTo(1);
        assertThat(OpenCameras.all("yard")).isEqualTo(1);
        assertThat(output.sequences("gate")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCameraThatChangedIsOpenedAgainWhenItsFormerStreamIsClosed() {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);

        watch(camera("gate", "other"));
        int before = seen("gate");
        pollUntil(() -> seen("gate") > before + 3);

        assertThat(OpenCameras.all("gate")).isEqualTo(2);
        assertThat(OpenCameras.most("gate")).isEqualTo(1);
    }

    @Test
    void aRateThatChangedCounts() {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);

        watch(new CameraSplit("gate", GATE.uri(), 20.0));
        pollUntil(() -> context.metrics().count("rtsp.camera.gate.cause.rate.framesDropped") > 3);

        assertThat(OpenCameras.most("gate")).isEqualTo(1);
    }

    @Test
    void aShareThatChangedCountsAndTheConnectionStays() {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);

        watch(GATE.withShare(new Share(5, 2)));
        Share preferred = new Share(5, 2);
        pollUntil(() -> output.frames().stream().anyMatch(f -> f.share().equals(preferred)));

        assertThat(OpenCameras.all("gate")).isEqualTo(1);
    }

    @Test
    void theLastOfManyChangesCounts() {
        for (int i = 0; i < 20; i++) {
            watch(camera("gate", "live-" + i));
            watch();
            watch(camera("gate", "again-" + i), YARD);
        }
        pollUntil(() -> seen("gate") > 3 && seen("yard") > 3);

        assertThat(OpenCameras.most("gate")).isEqualTo(1);
        assertThat(OpenCameras.now("gate")).isEqualTo(1);
        assertThat(OpenCameras.most("yard")).isEqualTo(1);
    }

    @Test
    void aReaderWithoutCamerasWaitsForSome() throws Exception {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);
        watch();
        pollUntil(() -> OpenCameras.now("gate") == 0);

        assertThat(reader.isAvailable()).isNotDone();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    }

    @Test
    void aListThatComesWhileTheReaderWaitsWakesIt() throws Exception {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);
        watch();
        pollUntil(
                () ->
                        OpenCameras.now("gate") == 0
                                && reader.pollNext(output) != InputStatus.MORE_AVAILABLE);
        var waiting = reader.isAvailable();

        watch(YARD);

        assertThat(waiting).isDone();
    }

    @Test
    void tellsHowCamerasDoAndNothingOfThoseThatLeft() {
        watch(GATE);
        pollUntil(() -> seen("gate") > 3);

        watch();
        pollUntil(() -> OpenCameras.now("gate") == 0);

        assertThat(context.statuses())
                .extracting(CameraStatus::state)
                .containsExactly(CameraState.CONNECTING, CameraState.LIVE);
    }

    @Test
    void aSplitIsRefused() {
        assertThatThrownBy(() -> reader.addSplits(List.of(GATE)))
                .hasMessage("Cameras come as a list, never as splits.");
    }

    private static CameraSplit camera(String id, String path) {
        return new CameraSplit(id, "rtsp://127.0.0.1/" + path, null);
    }

    private void watch(CameraSplit... cameras) {
        reader.handleSourceEvents(new CameraListEvent(List.of(cameras)));
    }

    private int seen(String camera) {
        return output.sequences(camera).size();
    }

    private void pollUntil(BooleanSupplier done) {
        await().pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            reader.pollNext(output);
                            return done.getAsBoolean();
                        });
    }
}
