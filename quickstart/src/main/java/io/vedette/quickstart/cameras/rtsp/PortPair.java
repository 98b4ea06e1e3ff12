package io.vedette.quickstart.cameras.rtsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/** Two UDP ports of ours, an even one for RTP and the next one for RTCP (RFC 3550, section 11). */
record PortPair(DatagramChannel rtp, DatagramChannel rtcp) implements AutoCloseable {

    private static final int ATTEMPTS = 64;

    static PortPair open(InetAddress here) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramChannel first = bound(here, 0);
            try {
                int port = port(first);
                DatagramChannel second = bound(here, port ^ 1);
                return port % 2 == 0 ? new PortPair(first, second) : new PortPair(second, first);
            } catch (BindException e) {
                first.close();
            } catch (IOException e) {
                first.close();
                throw e;
            }
        }
        throw new BindException("There is no free pair of UDP ports.");
    }

    private static DatagramChannel bound(InetAddress here, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            return channel.bind(new InetSocketAddress(here, port));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** As a {@code Transport} header names them. */
    String numbers() {
        try {
            int port = port(rtp);
            return port + "-" + (port + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            rtp.close();
            rtcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
