package io.vedette.bench.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to an RTSP server over TCP that can fall silent, break in the middle of a packet or change
 * timestamps, for servers that cannot do that by themselves. Connections made in the silence lead
 * nowhere for ever.
 */
final class Wire implements AutoCloseable {

    private static final int DOLLAR = '$';
    private static final int FRAMING = 4;
    private static final int RTP_TIMESTAMP = 4;
    private static final int REPORT_TIMESTAMP = 16;

    private final ServerSocket listening;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private volatile boolean cutting;
    private volatile int jump;

    Wire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run("wire", this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void silence(boolean wanted) {
        silent = wanted;
    }

    /** Ends the connection that next sends a packet, after half of it. */
    void cut() {
        cutting = true;
    }

    /** Adds so many ticks to all timestamps from now on. */
    void jump(int ticks) {
        jump = ticks;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            open.add(client);
            if (!silent) {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                open.add(server);
                run("wire to server", () -> forward(client, server));
                run("wire to client", () -> deliver(server, client));
            }
        }
    }

    private void forward(Socket client, Socket server) throws IOException {
        byte[] buffer = new byte[8192];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!silent) {
                    server.getOutputStream().write(buffer, 0, count);
                }
            }
        }
    }

    private void deliver(Socket server, Socket client) throws IOException {
        try (server;
                client) {
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(server.getInputStream()));
            OutputStream out = client.getOutputStream();
            while (true) {
                int first = in.readUnsignedByte();
                byte[] message = first == DOLLAR ? packet(in) : answer(first, in);
                if (cutting && first == DOLLAR) {
                    cutting = false;
                    out.write(message, 0, message.length / 2);
                    return;
                }
                if (!silent) {
                    out.write(message);
                }
            }
        }
    }

    private byte[] packet(DataInputStream in) throws IOException {
        int channel = in.readUnsignedByte();
        int length = in.readUnsignedShort();
        byte[] packet = new byte[FRAMING + length];
        packet[0] = DOLLAR;
        packet[1] = (byte) channel;
        packet[2] = (byte) (length >> 8);
        packet[3] = (byte) length;
        in.readFully(packet, FRAMING, length);
        int timestamp = FRAMING + (channel % 2 == 0 ? RTP_TIMESTAMP : REPORT_TIMESTAMP);
        if (length >= timestamp) {
            ByteBuffer bytes = ByteBuffer.wrap(packet);
            bytes.putInt(timestamp, bytes.getInt(timestamp) + jump);
        }
        return packet;
    }

    private static byte[] answer(int first, DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder().append((char) first);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        int length =
                head.toString()
                        .toLowerCase(Locale.ROOT)
                        .lines()
                        .filter(line -> line.startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        String body = new String(in.readNBytes(length), ISO_8859_1);
        return head.append(body).toString().getBytes(ISO_8859_1);
    }

    /** Something that ends when a socket is closed. */
    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (EOFException | SocketException e) {
                                // one side has closed it
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
