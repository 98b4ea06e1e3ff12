package io.vedette.quickstart.cameras.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.vedette.quickstart.cameras.rtp.RtpHeader;

/** Packets within the RTSP connection (RFC 2326, section 10.12). */
public final class InterleavedTransport implements RtpTransport {

    /** The byte before a packet. */
    static final byte DOLLAR = '$';

    private static final int FRAMING = 4;

    private final ChannelHandlerContext wire;
    private final TransportRequest.Channels channels;

    /**
     * Into a connection.
     *
     * @param wire of the handler next to the socket, which encodes nothing
     */
    public InterleavedTransport(ChannelHandlerContext wire, TransportRequest.Channels channels) {
        this.wire = wire;
        this.channels = channels;
    }

    @Override
    public long waiting() {
        return wire.channel().bytesBeforeWritable();
    }

    @Override
    public boolean isInterleaved() {
        return true;
    }

    @Override
    public ByteBuf head(int payloadLength) {
        ByteBuf head = wire.alloc().ioBuffer(FRAMING + RtpHeader.LENGTH);
        return framed(head, channels.rtp(), RtpHeader.LENGTH + payloadLength);
    }

    private static ByteBuf framed(ByteBuf out, int channel, int length) {
        return out.writeByte(DOLLAR).writeByte(channel).writeShort(length);
    }

    @Override
    public void send(ByteBuf head, ByteBuf payload) {
        var unusedHead = wire.write(head, wire.voidPromise());
        var unusedPayload = wire.write(payload, wire.voidPromise());
    }

    @Override
    public void report(ByteBuf rtcp) {
        ByteBuf head = wire.alloc().ioBuffer(FRAMING);
        send(framed(head, channels.rtcp(), rtcp.readableBytes()), rtcp);
    }

    @Override
    public void flush() {
        wire.flush();
    }

    @Override
    public String header() {
        return "RTP/AVP/TCP;unicast;interleaved=" + channels;
    }

    @Override
    public void close() {}
}
