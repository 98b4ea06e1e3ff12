package io.vedette.quickstart.cameras;

import java.time.Duration;

/** A way in which a camera misbehaves. */
public sealed interface Fault {

    /** Connections stay open, but no packet is sent. */
    record Freeze() implements Fault {}

    /** The last key picture is shown again and again. */
    record FreezePicture() implements Fault {}

    /**
     * RTP packets get lost.
     *
     * @param share of the packets, 0 to 1
     */
    record LosePackets(double share) implements Fault {

        public LosePackets {
            requireShare("packets lost", share);
        }
    }

    /**
     * Bytes of RTP payloads are replaced by others.
     *
     * @param share of the bytes, 0 to 1
     */
    record CorruptBytes(double share) implements Fault {

        public CorruptBytes {
            requireShare("bytes corrupted", share);
        }
    }

    /**
     * Pictures are sent late, in their order.
     *
     * @param least for every picture
     * @param jitter at most so much longer, by chance
     */
    record Delay(Duration least, Duration jitter) implements Fault {

        public Delay {
            requireUpTo("delay", least, Duration.ofMinutes(1));
            requireUpTo("jitter", jitter, Duration.ofMinutes(1));
        }
    }

    /** RTP timestamps are ahead by so much, or behind if negative. */
    record JumpTimestamps(Duration by) implements Fault {}

    /** The wall clock in sender reports is ahead by so much, or behind if negative. */
    record LieAboutClock(Duration by) implements Fault {}

    /**
     * Something else is shown: in the same stream if its codec is the same; else connections are
     * closed, and those that come again are told of the other codec.
     */
    record ShowInstead(Feed feed) implements Fault {}

    /** No user and password are right any more; who is connected stays so. */
    record RefuseLogin() implements Fault {}

    /** Connections are closed, without an answer, when they ask for this camera. */
    record Unreachable() implements Fault {}

    /** Connections are closed when they have been played to for so long. */
    record CloseAfter(Duration played) implements Fault {

        public CloseAfter {
            requireUpTo("time played", played, Duration.ofDays(1));
        }
    }

    /**
     * Connections are closed in the middle of a packet when they have been played to for so long.
     */
    record CutPacket(Duration played) implements Fault {

        public CutPacket {
            requireUpTo("time played", played, Duration.ofDays(1));
        }
    }

    /** Nothing is answered and nothing is sent; connections are accepted and stay open. */
    record BlackHole() implements Fault {}

    /** RTP timestamps of streams that begin from now on pass 2^32 after so long. */
    record WrapTimestamps(Duration in) implements Fault {

        public WrapTimestamps {
            requireUpTo("time to the wrap", in, Duration.ofHours(6));
        }
    }

    /** DESCRIBE is answered so late. */
    record DescribeLate(Duration by) implements Fault {

        public DescribeLate {
            requireUpTo("delay of DESCRIBE", by, Duration.ofHours(1));
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Share of %s must be 0 to 1 but was %s.".formatted(what, share));
        }
    }

    private static void requireUpTo(String what, Duration value, Duration most) {
        if (value.isNegative() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "The %s must be 0 to %d s but was %s."
                            .formatted(what, most.toSeconds(), value));
        }
    }
}
