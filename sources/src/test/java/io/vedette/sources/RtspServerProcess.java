package io.vedette.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** GStreamer's RTSP server in a process of its own, that loops one video at {@link #uri}. */
public final class RtspServerProcess implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final int port;
    private final Path tool;
    private final Path video;
    private Process process;

    private RtspServerProcess(int port, Path tool, Path video) {
        this.port = port;
        this.tool = tool;
        this.video = video;
    }

    /** Starts a server on a free port; skips the test where GStreamer is not installed. */
    public static RtspServerProcess playing(Path video) throws IOException, InterruptedException {
        Path tool = SharedData.tool("rtsp_server.py");
        assumeTrue(
                run(PYTHON, "-c", "import gi; gi.require_version('GstRtspServer', '1.0')") == 0,
                "skipped: GStreamer's RTSP server is not installed for " + PYTHON);
        RtspServerProcess server = new RtspServerProcess(freePort(), tool, video);
        server.start();
        return server;
    }

    public String uri() {
        return "rtsp://127.0.0.1:%d/belt".formatted(port);
    }

    /** Starts, also again after {@link #kill}, and waits until it answers. */
    public void start() throws IOException {
        process =
                new ProcessBuilder(PYTHON, tool.toString(), Integer.toString(port), "belt=" + video)
                        .redirectErrorStream(true)
                        .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = lines.readLine();
        while (line != null && !line.equals("ready")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The RTSP server ended before it was ready.");
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as a machine that hangs: connections stay open and nothing answers. */
    void freeze() throws IOException, InterruptedException {
        run("kill", "-STOP", Long.toString(process.pid()));
    }

    void thaw() throws IOException, InterruptedException {
        run("kill", "-CONT", Long.toString(process.pid()));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw e;
        }
    }
}
