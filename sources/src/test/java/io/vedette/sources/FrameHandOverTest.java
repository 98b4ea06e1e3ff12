package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Share;
import io.vedette.sources.CameraMetrics.Loss;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameHandOverTest {

    private final List<Loss> losses = new ArrayList<>();
    private long now;
    private final FrameHandOver handOver = new FrameHandOver(() -> now++);

    @Test
    void servesTheNewestFrameOfThoseWhoseTurnItIs() {
        FrameSlot a = slot("a");
        FrameSlot b = slot("b");
        FrameSlot c = slot("c");
        a.replace(new FakeOffer("a", 0));
        b.replace(new FakeOffer("b", 0));
        c.replace(new FakeOffer("c", 0));
        a.replace(new FakeOffer("a", 1));

        assertThat(polled()).isEqualTo("a1");
        assertThat(polled()).isEqualTo("c0");
        assertThat(polled()).isEqualTo("b0");
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void aCameraThatAlwaysHasTheNewestFrameIsOneTurnAheadAtMost() {
        FrameSlot a = slot("a");
        slot("b").replace(new FakeOffer("b", 0));

        StringBuilder served = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            a.replace(new FakeOffer("a", i));
            served.append(polled());
        }

        assertThat(served.toString()).isEqualTo("a0a1b0");
    }

    @Test
    void aHigherPriorityGoesFirst() {
        FrameSlot low = slot(new CameraSplit("low", "rtsp://low", null, new Share(-1, 100)));
        FrameSlot high = slot(new CameraSplit("high", "rtsp://high", null, new Share(1, 0.01)));
        high.replace(new FakeOffer("high", 0));
        low.replace(new FakeOffer("low", 0));

        assertThat(polled()).isEqualTo("high0");
        high.replace(new FakeOffer("high", 1));
        assertThat(polled()).isEqualTo("high1");
        assertThat(polled()).isEqualTo("low0");
    }

    @Test
    void anotherShareCountsFromTheNextFrame() {
        FrameSlot a = slot("a");
        FrameSlot b = slot("b");
        a.share(new Share(1, 1));
        a.replace(new FakeOffer("a", 0));
        b.replace(new FakeOffer("b", 0));

        assertThat(polled()).isEqualTo("a0");
    }

    @Test
    void dropsTheFrameThatIsReplaced() {
        FrameSlot slot = slot("a");
        FakeOffer first = new FakeOffer("a", 0);
        FakeOffer second = new FakeOffer("a", 1);

        slot.replace(first);
        slot.replace(second);

        assertThat(first.dropped).isEqualTo(1);
        assertThat(second.dropped).isZero();
        assertThat(losses).containsExactly(Loss.SUPERSEDED);
    }

    @Test
    void servesTheLastFrameBeforeTheEnd() {
        FrameSlot slot = slot("a");
        slot.replace(new FakeOffer("a", 0));
        slot.end();

        assertThat(polled()).isEqualTo("a0");
        assertThat(handOver.poll()).isEqualTo(new FrameHandOver.Arrival("a", null));
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void isAvailableFromTheFirstFrameUntilTheLastWasTaken() {
        CompletableFuture<Void> before = handOver.availability();
        assertThat(before).isNotDone();

        slot("a").replace(new FakeOffer("a", 0));
        assertThat(before).isDone();
        assertThat(handOver.availability()).isDone();

        handOver.poll();
        assertThat(handOver.availability()).isNotDone();
    }

    @Test
    void letsOutNothingButTheEndOnceASlotIsShut() {
        FrameSlot slot = slot("a");
        FakeOffer before = new FakeOffer("a", 0);
        FakeOffer after = new FakeOffer("a", 1);
        slot.replace(before);
        slot.shut();
        slot.replace(after);
        slot.end();

        assertThat(handOver.poll()).isEqualTo(new FrameHandOver.Arrival("a", null));
        assertThat(handOver.poll()).isNull();
        assertThat(before.dropped).isEqualTo(1);
        assertThat(after.dropped).isEqualTo(1);
    }

    @Test
    void aPatientFrameThatCannotBeLeftIsDropped() throws Exception {
        FrameSlot slot = slot("a");
        FakeOffer next = new FakeOffer("a", 1);
        slot.replace(new FakeOffer("a", 0));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> slot.put(next)).isInstanceOf(InterruptedException.class);

        assertThat(next.dropped).isEqualTo(1);
        assertThat(polled()).isEqualTo("a0");
    }

    @Test
    void dropsWhatWaitsWhenItIsClosedAndWhatComesLater() {
        FrameSlot slot = slot("a");
        FakeOffer waiting = new FakeOffer("a", 0);
        FakeOffer later = new FakeOffer("b", 0);
        slot.replace(waiting);

        handOver.close();
        slot("b").replace(later);

        assertThat(waiting.dropped).isEqualTo(1);
        assertThat(later.dropped).isEqualTo(1);
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void dropsAFrameThatWaitedTooLongAndTellsOfIt() {
        FakeOffer old = new FakeOffer("a", 0);
        FrameSlot slot = handOver.slot(split("a"), Duration.ofNanos(100), losses::add);
        slot.replace(old);
        now += 101;

        assertThat(handOver.poll()).isNull();

        assertThat(losses).containsExactly(Loss.STALE);
        assertThat(old.dropped).isEqualTo(1);
    }

    @Test
    void aFrameWithoutPixelsIsCountedAndTheNextCameraServed() {
        slot("b").replace(new FakeOffer("b", 0));
        slot("a").replace(new FakeOffer("a", 0).failing(new IOException("scaling")));

        assertThat(polled()).isEqualTo("b0");
        assertThat(losses).containsExactly(Loss.CORRUPT);
    }

    @Test
    void noCameraIsForgottenWhileManyLeaveFrames() throws Exception {
        FrameHandOver real = new FrameHandOver();
        int cameras = 4;
        int each = 20_000;
        ExecutorService threads = Executors.newFixedThreadPool(cameras);
        for (int i = 0; i < cameras; i++) {
            FrameSlot slot = real.slot(split("camera-" + i), Duration.ZERO, loss -> {});
            threads.execute(
                    () -> {
                        for (int n = 0; n < each; n++) {
                            slot.replace(new FakeOffer(slot.camera(), n));
                        }
                        slot.end();
                    });
        }
        Map<String, Long> last = new HashMap<>();

        int ended = 0;
        while (ended < cameras) {
            real.availability().get(5, TimeUnit.SECONDS);
            FrameHandOver.Arrival arrival = real.poll();
            if (arrival != null && arrival.frame() == null) {
                ended++;
            } else if (arrival != null) {
                last.put(arrival.camera(), arrival.frame().sequence());
            }
        }

        threads.shutdown();
        assertThat(last.values()).hasSize(cameras).containsOnly(each - 1L);
    }

    private String polled() {
        FrameHandOver.Arrival arrival = handOver.poll();
        return arrival.camera() + arrival.frame().sequence();
    }

    private FrameSlot slot(String camera) {
        return slot(split(camera));
    }

    private FrameSlot slot(CameraSplit camera) {
        return handOver.slot(camera, Duration.ZERO, losses::add);
    }

    private static CameraSplit split(String camera) {
        return new CameraSplit(camera, "rtsp://127.0.0.1/" + camera, null);
    }
}
