package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameHandOverTest {

    private final FrameHandOver handOver = new FrameHandOver();

    @Test
    void servesCamerasInTurn() {
        FrameSlot a = slot("a");
        FrameSlot b = slot("b");
        a.replace(frame("a", 0));
        b.replace(frame("b", 0));
        a.replace(frame("a", 1));

        assertThat(handOver.poll().frame()).isEqualTo(frame("a", 1));
        a.replace(frame("a", 2));

        assertThat(handOver.poll().camera()).isEqualTo("b");
        assertThat(handOver.poll().camera()).isEqualTo("a");
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void tellsWhichFrameWasReplaced() {
        FrameSlot slot = slot("a");

        assertThat(slot.replace(frame("a", 0))).isNull();
        assertThat(slot.replace(frame("a", 1))).isEqualTo(frame("a", 0));
    }

    @Test
    void servesTheLastFrameBeforeTheEnd() {
        FrameSlot slot = slot("a");
        slot.replace(frame("a", 0));
        slot.end();

        assertThat(handOver.poll().frame()).isEqualTo(frame("a", 0));
        assertThat(handOver.poll()).isEqualTo(new FrameHandOver.Arrival("a", null));
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void isAvailableFromTheFirstFrameUntilTheLastWasTaken() {
        CompletableFuture<Void> before = handOver.availability();
        assertThat(before).isNotDone();

        slot("a").replace(frame("a", 0));
        assertThat(before).isDone();
        assertThat(handOver.availability()).isDone();

        handOver.poll();
        assertThat(handOver.availability()).isNotDone();
    }

    @Test
    void letsOutNothingButTheEndOnceASlotIsShut() {
        FrameSlot slot = slot("a");
        slot.replace(frame("a", 0));
        slot.shut();
        slot.replace(frame("a", 1));
        slot.end();

        assertThat(handOver.poll()).isEqualTo(new FrameHandOver.Arrival("a", null));
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void dropsAFrameThatWaitedTooLongAndTellsOfIt() {
        AtomicInteger stale = new AtomicInteger();
        FrameSlot slot = handOver.slot("a", Duration.ofNanos(1), stale::incrementAndGet);
        slot.replace(frame("a", 0));
        slot("b").replace(frame("b", 0));

        assertThat(handOver.poll().camera()).isEqualTo("b");

        assertThat(stale).hasValue(1);
        assertThat(slot.outdated()).isEqualTo(frame("a", 0));
        assertThat(slot.outdated()).isNull();
    }

    @Test
    void noCameraIsForgottenWhileManyLeaveFrames() throws Exception {
        int cameras = 4;
        int each = 20_000;
        ExecutorService threads = Executors.newFixedThreadPool(cameras);
        for (int i = 0; i < cameras; i++) {
            FrameSlot slot = slot("camera-" + i);
            threads.execute(
                    () -> {
                        for (int n = 0; n < each; n++) {
                            slot.replace(frame(slot.camera(), n));
                        }
                        slot.end();
                    });
        }
        Map<String, Long> last = new HashMap<>();

        int ended = 0;
        while (ended < cameras) {
            handOver.availability().get(5, TimeUnit.SECONDS);
            FrameHandOver.Arrival arrival = handOver.poll();
            if (arrival != null && arrival.frame() == null) {
                ended++;
            } else if (arrival != null) {
                last.put(arrival.camera(), arrival.frame().sequence());
            }
        }

        threads.shutdown();
        assertThat(last.values()).hasSize(cameras).containsOnly(each - 1L);
    }

    private FrameSlot slot(String camera) {
        return handOver.slot(camera, Duration.ZERO, () -> {});
    }

    private static Frame frame(String camera, long sequence) {
        Instant at = Instant.ofEpochSecond(sequence);
        return new Frame(camera, sequence, at, at, 4, 2, null, null);
    }
}
