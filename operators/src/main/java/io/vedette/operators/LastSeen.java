package io.vedette.operators;

import io.vedette.schema.Frame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest frame of a camera that was inferred; keyed state, so that a camera's sequence goes on
 * where it was after a restart. Public because Flink's POJO serializer, which versions it, asks for
 * that.
 *
 * @param capturedAt its capture time
 * @param sequence its sequence as it was reported
 * @param offset what was added to the sequence that the source gave it
 */
public record LastSeen(Instant capturedAt, long sequence, long offset) {

    /**
     * The state after a frame of a live source, which counts from 0 again whenever it starts.
     *
     * <p>When it has started again, the reported sequence goes on with one number left out: frames
     * were missed, nobody knows how many, and the gap shows it.
     */
    static LastSeen after(@Nullable LastSeen before, Frame frame) {
        if (before == null) {
            return new LastSeen(frame.capturedAt(), frame.sequence(), 0);
        }
        long sequence = frame.sequence() + before.offset;
        if (sequence > before.sequence) {
            return new LastSeen(frame.capturedAt(), sequence, before.offset);
        }
        long afterGap = before.sequence + 2;
        return new LastSeen(frame.capturedAt(), afterGap, afterGap - frame.sequence());
    }
}
