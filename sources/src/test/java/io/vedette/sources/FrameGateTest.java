package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of frames by the clock of the test. */
class FrameGateTest {

    private static final CameraSplit GATE = new CameraSplit("gate", "rtsp://127.0.0.1/gate", null);

    private static final CameraSplit FILE = new CameraSplit("gate", "file:///gate.mp4", null);
    private static final RasterSpec SPEC =
            new RasterSpec(8, 8, Resize.LETTERBOX, Anchor.TOP_LEFT, 0, ColorOrder.BGR);

    private final FakeMetricGroup metrics = new FakeMetricGroup();
    private final CameraMetrics measured = new CameraMetrics(metrics, "gate", () -> 0);
    private final FrameHandOver handOver = new FrameHandOver();
    private final FrameSlot slot =
            handOver.slot(GATE, Duration.ZERO, loss -> measured.framesDropped(loss, 1));
    private long media;
    private long now;

    @Test
    void dropsWhatWasHeldUpByTheNetworkUntilItIsYoungEnough() throws Exception {
        FrameGate gate = gate(Duration.ofSeconds(2));
        frame(gate, 40, 40);
        frame(gate, 40, 4040);
        for (int i = 0; i < 100; i++) {
            frame(gate, 40, 1);
        }

        assertThat(dropped("stale")).isEqualTo(1 + (4000 - 2000) / 39);
        assertThat(dropped("superseded")).isEqualTo(50 - 1);
        assertThat(handOver.poll().frame().sequence()).isEqualTo(101);
    }

    @Test
    void handsOnFramesOfAnyAgeWhereThereIsNoLimit() throws Exception {
        FrameGate gate = gate(Duration.ZERO);
        frame(gate, 40, 40);
        frame(gate, 40, 60_000);

        assertThat(dropped("stale")).isZero();
        assertThat(handOver.poll().frame().sequence()).isEqualTo(1);
    }

    @Test
    void pixelsOfACameraThatKeepsUpAreMadeBeforeItsFramesAreTaken() throws Exception {
        FakeRetainedFrame.clear();
        FrameGate gate = gate(Duration.ZERO);

        for (int i = 0; i < 10; i++) {
            frame(gate, 40, 40);

            assertThat(FakeRetainedFrame.open()).isZero();
            assertThat(handOver.poll().frame().sequence()).isEqualTo(i);
        }
    }

    @Test
    void ofACameraThatFallsBehindOneFrameWaitsAndPixelsAreMadeOfThoseThatAreTaken()
            throws Exception {
        FakeRetainedFrame.clear();
        FrameGate gate = gate(Duration.ZERO);
        frame(gate, 40, 40);

        for (int i = 1; i < 20; i++) {
            frame(gate, 40, 40);
            frame(gate, 40, 40);

            assertThat(FakeRetainedFrame.open()).isEqualTo(1);
            assertThat(handOver.poll().frame().raster()).isNotNull();
            assertThat(FakeRetainedFrame.open()).isZero();
        }
    }

    @Test
    void pixelsAreMadeAtOnceAgainSomeFramesAfterItCaughtUp() throws Exception {
        FakeRetainedFrame.clear();
        FrameGate gate = gate(Duration.ZERO);
        frame(gate, 40, 40);
        frame(gate, 40, 40);
        handOver.poll();

        int kept = 0;
        for (int i = 0; i < 20; i++) {
            frame(gate, 40, 40);
            kept += FakeRetainedFrame.open();
            handOver.poll();
        }

        assertThat(kept).isEqualTo(8);
    }

    @Test
    void anIntervalHasOnePictureWhoeverMakesIt() throws Exception {
        CaptureSettings capture = new CaptureSettings(null, Duration.ofSeconds(1), 90);
        FrameGate gate = gate(FILE, capture);
        List<Long> pictures = new ArrayList<>();

        for (int i = 0; i < 250; i++) {
            frame(gate, 20, 20);
            if (i % 3 == 2) {
                Frame taken = handOver.poll().frame();
                if (taken.picture() != null) {
                    pictures.add(taken.sequence());
                }
            }
        }

        assertThat(pictures).hasSize(5).first().isEqualTo(2L);
    }

    private FrameGate gate(Duration maxAge) {
        return gate(GATE, new CaptureSettings(SPEC, null, 90, maxAge));
    }

    private FrameGate gate(CameraSplit camera, CaptureSettings capture) {
        return new FrameGate(
                camera, capture, Duration.ZERO, slot, measured, new StopSignal(), () -> now);
    }

    private void frame(FrameGate gate, long mediaMillis, long arrivalMillis) throws Exception {
        media += mediaMillis;
        now += Duration.ofMillis(arrivalMillis).toNanos();
        gate.offer(FakeFrame.at(Duration.ofMillis(media)));
    }

    private long dropped(String cause) {
        return metrics.count("rtsp.camera.gate.cause.%s.framesDropped".formatted(cause));
    }
}
