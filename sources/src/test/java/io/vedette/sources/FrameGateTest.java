package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of frames by the clock of the test. */
class FrameGateTest {

    private static final CameraSplit GATE = new CameraSplit("gate", "rtsp://127.0.0.1/gate", null);

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

    private FrameGate gate(Duration maxAge) {
        CaptureSettings capture = new CaptureSettings(null, null, 90, maxAge);
        return new FrameGate(
                GATE, capture, Duration.ZERO, slot, measured, new StopSignal(), () -> now);
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
