package io.vedette.models.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vedette.models.TinyModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a package of {@link TinyModel}, with its digest, over HTTP. Tests may change its files,
 * put other answers in their place, and count what was asked for.
 */
public final class TinyPackageServer implements AutoCloseable {

    private static final String PREFIX = "/models/tiny/1/";

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Starts on a free port. */
    public static TinyPackageServer start(Path folder) {
        try {
            TinyModel.writePackage(folder);
            TinyPackageServer server = new TinyPackageServer(folder);
            server.appendToYaml("sha256: \"%s\"\n".formatted(server.sha256()));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TinyPackageServer(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The URI of the package. */
    public String uri() {
        return "http://" + authority() + PREFIX;
    }

    /** Host and port. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** A file of the package, as it is served. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The digest of the network, as it is now. */
    public String sha256() throws IOException {
        return Sha256.of(file("model.onnx"));
    }

    public void appendToYaml(String text) throws IOException {
        Path yaml = file("model.yaml");
        Files.writeString(yaml, Files.readString(yaml) + text);
    }

    /** Answers a file of the package, or a path that begins with {@code /}, in another way. */
    public void answer(String name, HttpHandler handler) {
        answers.put(name.startsWith("/") ? name : PREFIX + name, handler);
    }

    /** Takes an {@link #answer} back. */
    public void answerAsUsual(String name) {
        answers.remove(PREFIX + name);
    }

    /** How often a file of the package was asked for. */
    public long requests(String name) {
        return requests.stream().filter(path -> path.equals(PREFIX + name)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        try (exchange) {
            answers.getOrDefault(path, this::serve).handle(exchange);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = folder.resolve(path.replaceFirst(PREFIX, ""));
        if (!path.startsWith(PREFIX) || !Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
