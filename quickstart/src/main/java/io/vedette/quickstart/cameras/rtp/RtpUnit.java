package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;

/**
 * One encoded picture as RTP payloads, which all its viewers share.
 *
 * <p>Whoever keeps one beyond a call retains it, and releases it.
 */
public final class RtpUnit extends AbstractReferenceCounted {

    private final long number;
    private final long ticks;
    private final long steadyTicks;
    private final boolean key;
    private final ByteBuf bytes;
    private final int[] ends;

    RtpUnit(long number, Timing timing, boolean key, ByteBuf bytes, int[] ends) {
        this.number = number;
        this.ticks = timing.ticks();
        this.steadyTicks = timing.steadyTicks();
        this.key = key;
        this.bytes = bytes;
        this.ends = ends;
    }

    /**
     * The times of a picture, in ticks of 90 kHz.
     *
     * @param ticks when it was taken; not in the order of sending if there are B frames
     * @param steadyTicks the same, in the order of sending and never later
     */
    public record Timing(long ticks, long steadyTicks) {}

    /** Rises from unit to unit of a feed. */
    public long number() {
        return number;
    }

    /** When the picture was taken, in ticks of 90 kHz. */
    public long ticks() {
        return ticks;
    }

    /** In the order of sending, in ticks of 90 kHz. */
    public long steadyTicks() {
        return steadyTicks;
    }

    /** Whether decoding can begin here. */
    public boolean isKey() {
        return key;
    }

    /** How many packets it takes. */
    public int packets() {
        return ends.length;
    }

    /** Bytes of all payloads. */
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** Bytes of one payload. */
    public int length(int packet) {
        return ends[packet] - start(packet);
    }

    /** One payload, to be released by the caller. */
    public ByteBuf payload(int packet) {
        return bytes.retainedSlice(start(packet), length(packet));
    }

    private int start(int packet) {
        return packet == 0 ? 0 : ends[packet - 1];
    }

    @Override
    public RtpUnit retain() {
        super.retain();
        return this;
    }

    @Override
    protected void deallocate() {
        bytes.release();
    }

    @Override
    public ReferenceCounted touch(Object hint) {
        return this;
    }
}
