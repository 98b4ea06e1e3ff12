package io.vedette.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server with one camera in a process of its own, on one port however often it is started. Its
 * pictures carry a {@link TimeCode}.
 */
final class CameraProcess implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    static final String PATH = "camera";
    static final String USER = "bench";
    static final String PASSWORD = "not-a-secret";
    static final String CLEAR = "clear";
    static final int WIDTH = 640;
    static final int HEIGHT = 384;
    static final Duration JUMP = Duration.ofSeconds(10);
    static final Duration WRAP_IN = Duration.ofSeconds(8);
    static final double LOSS = 0.3;
    static final double FLIPS = 0.001;

    private final List<String> command;
    private final int port;
    private final Path log;
    private Process process;
    private BufferedReader answers;
    private Writer commands;

    private CameraProcess(List<String> command, int port, Path log) throws IOException {
        this.command = command;
        this.port = port;
        this.log = log;
        start();
    }

    /**
     * Starts one on a free port.
     *
     * @param folder where what it says of errors is written
     */
    static CameraProcess start(ServerKind kind, Path folder) throws IOException {
        int port = freePort();
        Path log = folder.resolve("%s-%d.log".formatted(kind.label(), port));
        return new CameraProcess(kind.command(port, folder), port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    static String uri(int port) {
        return "rtsp://%s:%s@%s:%d/%s".formatted(USER, PASSWORD, HOST, port, PATH);
    }

    /** Starts it, also again after {@link #kill}, and waits until it answers. */
    void start() throws IOException {
        process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        commands = process.outputWriter(UTF_8);
        await("ready");
    }

    /** Tells it something, and waits until it is done. */
    void tell(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
        await("ok " + line);
    }

    private void await(String wanted) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.equals(wanted)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException(
                    "the camera server ended before it said '%s'; see %s".formatted(wanted, log));
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Sends a signal: {@code STOP} or {@code CONT}. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -%s %d failed".formatted(name, process.pid()));
        }
    }

    @Override
    public void close() {
        kill();
    }
}
