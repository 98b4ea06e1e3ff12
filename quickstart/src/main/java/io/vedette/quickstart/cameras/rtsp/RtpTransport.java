package io.vedette.quickstart.cameras.rtsp;

import io.netty.buffer.ByteBuf;

/** The way of the packets to one viewer; used in the event loop of its connection. */
public interface RtpTransport extends AutoCloseable {

    /** Whether more can be sent at once; if not, what waits is as much as may wait. */
    boolean isWritable();

    /** Whether any number of packets may be sent at once. */
    boolean takesBursts();

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
