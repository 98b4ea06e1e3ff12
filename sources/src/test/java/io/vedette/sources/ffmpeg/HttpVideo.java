package io.vedette.sources.ffmpeg;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Video over plain HTTP on this machine: files, and JPEGs one after another as cameras push them.
 */
final class HttpVideo implements AutoCloseable {

    private static final String BOUNDARY = "picture";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    private HttpVideo(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static HttpVideo start() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new HttpVideo(HttpServer.create(address, 0));
    }

    String uri(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** Serves a file from now on, in place of what was there. */
    void put(String path, byte[] content) {
        files.put(path, content);
    }

    /**
     * Serves pictures as {@code multipart/x-mixed-replace}, and then closes the connection.
     *
     * @param lengths whether each says how long it is, which some cameras leave out
     * @param closing whether a last boundary closes them
     */
    void push(String path, List<byte[]> jpegs, boolean lengths, boolean closing) {
        server.createContext(path, exchange -> push(exchange, jpegs, lengths, closing));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        try (exchange) {
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static void push(
            HttpExchange exchange, List<byte[]> jpegs, boolean lengths, boolean closing)
            throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        exchange.sendResponseHeaders(200, 0);
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            for (byte[] jpeg : jpegs) {
                body.write(header(lengths ? "Content-Length: %d\r\n".formatted(jpeg.length) : ""));
                body.write(jpeg);
                body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                body.flush();
            }
            if (closing) {
                body.write("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static byte[] header(String length) {
        return "--%s\r\nContent-Type: image/jpeg\r\n%s\r\n"
                .formatted(BOUNDARY, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
