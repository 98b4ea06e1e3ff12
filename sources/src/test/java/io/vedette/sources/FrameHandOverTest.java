package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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

    private FrameSlot slot(String camera) {
        return handOver.slot(camera, Duration.ZERO, () -> {});
    }

    private static Frame frame(String camera, long sequence) {
        Instant at = Instant.ofEpochSecond(sequence);
        return new Frame(camera, sequence, at, at, 4, 2, null, null);
    }
}
