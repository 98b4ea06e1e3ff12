package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;

/** The fixed header of an RTP packet (RFC 3550, section 5.1). */
public final class RtpHeader {

    /** Bytes that it takes. */
    public static final int LENGTH = 12;

    private static final int VERSION = 0x80;
    private static final int MARKER = 0x80;

    private RtpHeader() {}

    /**
     * Writes one.
     *
     * @param marker whether this is the last packet of a picture
     * @param sequence the lower 16 bits count
     * @param timestamp the lower 32 bits count
     */
    public static void write(
            ByteBuf out,
            int payloadType,
            boolean marker,
            int sequence,
            long timestamp,
            int source) {
        out.writeByte(VERSION).writeByte(marker ? payloadType | MARKER : payloadType);
        out.writeShort(sequence).writeInt((int) timestamp).writeInt(source);
    }
}
