package io.vedette.quickstart.cameras.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.vedette.quickstart.cameras.rtp.RtpHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Packets to a pair of ports of the viewer (RFC 2326, section 12.39). What the network does not
 * take at once is lost, as everything over UDP may be.
 */
public final class UdpTransport implements RtpTransport {

    private final PortPair ports;
    private final InetSocketAddress rtcpTarget;
    private final TransportRequest.Channels target;
    private final NioDatagramChannel rtcp;

    /**
     * Opens ports of our own.
     *
     * @param heard called whenever the viewer sends a report
     */
    public UdpTransport(
            InetAddress here,
            InetAddress viewer,
            TransportRequest.Channels target,
            EventLoop loop,
            Runnable heard)
            throws IOException {
        this.target = target;
        this.rtcpTarget = new InetSocketAddress(viewer, target.rtcp());
        this.ports = PortPair.open(here);
        try {
            ports.rtp().configureBlocking(false);
            ports.rtp().connect(new InetSocketAddress(viewer, target.rtp()));
            this.rtcp = new NioDatagramChannel(ports.rtcp());
        } catch (IOException | RuntimeException e) {
            ports.close();
            throw e;
        }
        rtcp.pipeline().addLast(new Reports(viewer, heard));
        var unusedClosing = rtcp.closeFuture().addListener(closed -> ports.close());
        var unusedRegistration = loop.register(rtcp);
    }

    /** Reports of the viewer are signs of life. */
    private static final class Reports extends SimpleChannelInboundHandler<DatagramPacket> {

        private final InetAddress viewer;
        private final Runnable heard;

        Reports(InetAddress viewer, Runnable heard) {
            this.viewer = viewer;
            this.heard = heard;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            if (packet.sender().getAddress().equals(viewer)) {
                heard.run();
            }
        }

        /** A viewer that is gone answers so; its session ends when its time is over. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}
    }

    @Override
    public long waiting() {
        return 0;
    }

    @Override
    public boolean isInterleaved() {
        return false;
    }

    @Override
    public ByteBuf head(int payloadLength) {
        return ByteBufAllocator.DEFAULT.ioBuffer(RtpHeader.LENGTH);
    }

    @Override
    public void send(ByteBuf head, ByteBuf payload) {
        try {
            DatagramChannel channel = ports.rtp();
            channel.write(new ByteBuffer[] {head.nioBuffer(), payload.nioBuffer()});
        } catch (IOException e) {
            return;
        } finally {
            head.release();
            payload.release();
        }
    }

    @Override
    public void report(ByteBuf report) {
        var unused = rtcp.writeAndFlush(new DatagramPacket(report, rtcpTarget));
    }

    @Override
    public void flush() {}

    @Override
    public String header() {
        return "RTP/AVP;unicast;client_port=%s;server_port=%s".formatted(target, ports.numbers());
    }

    @Override
    public void close() {
        var unused = rtcp.close();
    }
}
