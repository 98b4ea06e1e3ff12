package io.vedette.quickstart.cameras;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Speaks RTSP byte by byte, with packets in the connection, and hides nothing. */
final class RtspClient implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;
    private final Deque<Packet> waiting = new ArrayDeque<>();
    private int cseq;

    RtspClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** An answer; the names of headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String session() {
            return header("session").replaceFirst(";.*", "");
        }
    }

    /** A packet that came in the connection. */
    record Packet(int channel, byte[] bytes) {

        boolean isRtp() {
            return channel % 2 == 0;
        }

        boolean marker() {
            return (bytes[1] & 0x80) != 0;
        }

        int sequence() {
            return ByteBuffer.wrap(bytes).getShort(2) & 0xFFFF;
        }

        long timestamp() {
            return ByteBuffer.wrap(bytes).getInt(4) & 0xFFFF_FFFFL;
        }

        int source() {
            return ByteBuffer.wrap(bytes).getInt(8);
        }

        byte[] payload() {
            return Arrays.copyOfRange(bytes, 12, bytes.length);
        }

        int nalType() {
            return bytes[12] & 0x1F;
        }
    }

    Answer request(String method, String uri, String... headers) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("%s %s RTSP/1.0\r\nCSeq: %d\r\n".formatted(method, uri, ++cseq));
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        send(text.append("\r\n").toString());
        Answer answer = answer();
        if (!answer.header("cseq").equals(Integer.toString(cseq))) {
            throw new IOException("CSeq must be %d but was in %s".formatted(cseq, answer));
        }
        return answer;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Waits for an answer; packets before it are kept for {@link #packet}. */
    Answer answer() throws IOException {
        int first = in.readUnsignedByte();
        while (first == '$') {
            waiting.add(readPacket());
            first = in.readUnsignedByte();
        }
        String line = (char) first + readLine();
        Map<String, String> headers = new TreeMap<>();
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String[] parts = header.split(":", 2);
            headers.merge(
                    parts[0].toLowerCase(Locale.ROOT),
                    parts[1].strip(),
                    (before, next) -> before + "\n" + next);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return new Answer(
                Integer.parseInt(line.split(" ")[1]), headers, new String(body, ISO_8859_1));
    }

    /** Sets up and plays, and says what PLAY answered. */
    Answer play(String uri) throws IOException {
        Answer setup =
                request("SETUP", uri + "/trackID=0", "Transport: RTP/AVP/TCP;interleaved=0-1");
        if (setup.status() != 200) {
            throw new IOException("SETUP was answered by " + setup);
        }
        return request("PLAY", uri, "Session: " + setup.session());
    }

    /** Waits for a packet. */
    Packet packet() throws IOException {
        if (!waiting.isEmpty()) {
            return waiting.remove();
        }
        int first = in.read();
        if (first != '$') {
            throw new EOFException("No packet follows but " + first);
        }
        return readPacket();
    }

    /** Waits for a media packet. */
    Packet rtp() throws IOException {
        Packet packet = packet();
        while (!packet.isRtp()) {
            packet = packet();
        }
        return packet;
    }

    /** Waits for a report. */
    Packet rtcp() throws IOException {
        Packet packet = packet();
        while (packet.isRtp()) {
            packet = packet();
        }
        return packet;
    }

    void timeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void forget() {
        waiting.clear();
    }

    private Packet readPacket() throws IOException {
        int channel = in.readUnsignedByte();
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new Packet(channel, bytes);
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
