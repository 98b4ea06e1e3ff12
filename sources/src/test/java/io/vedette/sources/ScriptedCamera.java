package io.vedette.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** Answers each RTSP or HTTP request, known by its first line, as a script says. */
public final class ScriptedCamera implements AutoCloseable {

    private final ServerSocket door;
    private final UnaryOperator<String> script;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private ScriptedCamera(ServerSocket door, UnaryOperator<String> script) {
        this.door = door;
        this.script = script;
    }

    /**
     * @param script from the first line of a request to the whole answer, in which CSEQ stands for
     *     the request's own; an empty answer closes the connection
     */
    public static ScriptedCamera start(UnaryOperator<String> script) throws IOException {
        ScriptedCamera camera =
                new ScriptedCamera(
                        new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), script);
        Thread thread = new Thread(camera::accept, "scripted camera");
        thread.setDaemon(true);
        thread.start();
        return camera;
    }

    /** Answers every RTSP request with one status. */
    public static ScriptedCamera refusing(String status) throws IOException {
        return start(request -> "RTSP/1.0 %s\r\nCSeq: CSEQ\r\n\r\n".formatted(status));
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The first lines of what was asked. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = door.accept();
                Thread thread = new Thread(() -> serve(socket), "scripted connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = socket.getOutputStream()) {
            String first = in.readLine();
            while (first != null) {
                String sequence = "0";
                for (String line = in.readLine();
                        line != null && !line.isEmpty();
                        line = in.readLine()) {
                    if (line.startsWith("CSeq:")) {
                        sequence = line.substring(5).strip();
                    }
                }
                requests.add(first);
                String answer = script.apply(first).replace("CSEQ", sequence);
                if (answer.isEmpty()) {
                    return;
                }
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (answer.startsWith("HTTP")) {
                    return;
                }
                first = in.readLine();
            }
        } catch (IOException e) {
            // gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
