package io.vedette.quickstart.cameras.rtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.time.Instant;

/**
 * An RTCP sender report with the name of the sender (RFC 3550, sections 6.4.1 and 6.5).
 *
 * @param source SSRC of the sender
 * @param time of the wall clock
 * @param timestamp the RTP time at that moment; the lower 32 bits count
 * @param packets sent so far
 * @param octets of payload sent so far
 * @param name canonical name, at most 255 bytes
 */
public record SenderReport(
        int source, Instant time, long timestamp, long packets, long octets, String name) {

    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final int VERSION = 0x80;
    private static final int SENDER_REPORT = 200;
    private static final int DESCRIPTION = 202;
    private static final int CANONICAL_NAME = 1;
    private static final int WORD = 4;

    /** Writes both as one compound packet. */
    public void write(ByteBuf out) {
        out.writeByte(VERSION).writeByte(SENDER_REPORT).writeShort(6).writeInt(source);
        out.writeInt((int) (time.getEpochSecond() + SECONDS_1900_TO_1970));
        out.writeInt((int) (((long) time.getNano() << 32) / 1_000_000_000L));
        out.writeInt((int) timestamp).writeInt((int) packets).writeInt((int) octets);
        writeName(out);
    }

    private void writeName(ByteBuf out) {
        byte[] text = name.getBytes(UTF_8);
        int item = 2 + text.length;
        int padding = WORD - item % WORD;
        out.writeByte(VERSION | 1).writeByte(DESCRIPTION);
        out.writeShort(1 + (item + padding) / WORD).writeInt(source);
        out.writeByte(CANONICAL_NAME).writeByte(text.length).writeBytes(text).writeZero(padding);
    }
}
