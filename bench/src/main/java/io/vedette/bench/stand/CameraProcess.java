package io.vedette.bench.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A server with one camera in a process of its own, on one port however often it is started. Its
 * pictures carry a {@link TimeCode}.
 */
public final class CameraProcess implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String PATH = "camera";
    public static final String USER = "bench";
    public static final String PASSWORD = "not-a-secret";
    public static final String CLEAR = "clear";
    public static final int WIDTH = 640;
    public static final int HEIGHT = 384;
    public static final Duration JUMP = Duration.ofSeconds(10);
    public static final Duration WRAP_IN = Duration.ofSeconds(8);
    public static final double LOSS = 0.3;
    public static final double FLIPS = 0.001;

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
     * @param command of a program, which is given the port as its last argument
     * @param folder where what it says of errors is written
     */
    public static CameraProcess start(List<String> command, Path folder) throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(command);
        line.add(Integer.toString(port));
        return new CameraProcess(line, port, folder.resolve("cameras-%d.log".formatted(port)));
    }

    /** A class of this program, as a program of its own. */
    public static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** Of its camera, or of one of that many. */
    public static String uri(int port) {
        return "rtsp://%s:%s@%s:%d/%s".formatted(USER, PASSWORD, HOST, port, PATH);
    }

    /** Starts it, also again after {@link #kill}, and waits until it answers. */
    public void start() throws IOException {
        process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        commands = process.outputWriter(UTF_8);
        await("ready");
    }

    /** Tells it something, and waits until it is done. */
    public void tell(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
        await("ok " + line);
    }

    /** Asks it something that it answers with a word. */
    public String ask(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
        String begin = "ok " + line + " ";
        return await(begin, answer -> answer.startsWith(begin)).substring(begin.length());
    }

    private void await(String wanted) throws IOException {
        await(wanted, wanted::equals);
    }

    private String await(String wanted, Predicate<String> is) throws IOException {
        String line = answers.readLine();
        while (line != null && !is.test(line)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException(
                    "the camera server ended before it said '%s'; see %s".formatted(wanted, log));
        }
        return line;
    }

    public long pid() {
        return process.pid();
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Sends a signal: {@code STOP} or {@code CONT}. */
    public void signal(String name) throws IOException, InterruptedException {
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
