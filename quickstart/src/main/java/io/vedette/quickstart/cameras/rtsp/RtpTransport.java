package io.vedette.quickstart.cameras.rtsp;

import io.netty.buffer.ByteBuf;

/** The way of the packets to one viewer; used in the event loop of its connection. */
public interface RtpTransport extends AutoCloseable {

    /** Bytes that must be taken before more may be sent; 0 if more may be sent now. */
    long waiting();

    /**
     * Whether it is within the RTSP connection, ends with it, and may be sent any number at once.
     */
    boolean isInterleaved();

    /** A buffer for the RTP header of a packet, with what comes before it already in it. */
    ByteBuf head(int payloadLength);

    /** Sends a packet and releases both buffers. */
    void send(ByteBuf head, ByteBuf payload);

    /** Sends an RTCP packet and releases it. */
    void report(ByteBuf rtcp);

    /** Sends off what was given so far. */
    void flush();

    /** What a {@code Transport} header says about it. */
    String header();

    @Override
    void close();
}
