package io.vedette.quickstart;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Camera;
import io.vedette.schema.Topics;
import io.vedette.server.ServerSettings;
import io.vedette.server.VedetteServer;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.slf4j.LoggerFactory;

/**
 * All parts, started in order and stopped in reverse order. A part that does not start takes the
 * others down with it; afterwards no process is left and the ports are free.
 */
final class RunningSystem implements AutoCloseable {

    private static final Topics TOPICS = Topics.withDefaultPrefix();
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int STORE_CONNECTIONS = 8;

    private final UpSettings settings;
    private final Progress progress;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, String> summary = new LinkedHashMap<>();
    private CompletableFuture<String> failure = new CompletableFuture<>();

    private RunningSystem(UpSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything and waits until it serves.
     *
     * @throws UserError if a port is taken, the data directory is in use or a part does not start
     */
    static RunningSystem start(UpSettings settings, Progress progress) {
        RunningSystem system = new RunningSystem(settings, progress);
        try {
            system.startParts();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private void startParts() {
        DataDirectory data = prepareData();
        Path model = progress.step("Checking the model", this::checkedModel);
        List<Camera> cameras = WatchJob.checked(cameras());
        KafkaBroker broker = startBroker(data);
        PostgresServer database = startDatabase(data);
        String flink = startFlink(data, cameras, model, broker, database);
        String server = startServer(model, broker, database, flink);
        summary.put("Dashboard", server);
        summary.put("Detections", server + "/api/v1/detections?limit=5");
        summary.put("Cameras", server + "/api/v1/cameras");
        summary.put("Models", server + "/api/v1/models");
        summary.put("Flink", flink);
        summary.put("Kafka", broker.bootstrapServers() + ", topic " + TOPICS.detections());
        simulated(cameras).ifPresent(uris -> summary.put("RTSP", uris));
        summary.put("Data and logs", data.root().toString());
    }

    /** The user's own and the simulated ones, which are watched from here on. */
    private List<Camera> cameras() {
        if (settings.simulation().isEmpty()) {
            return settings.cameras();
        }
        SimulatedCameras simulated =
                started(
                        "the simulated cameras",
                        () -> SimulatedCameras.start(settings.simulation()));
        return Stream.concat(settings.cameras().stream(), simulated.cameras().stream()).toList();
    }

    /** For people who want to look at the simulated ones themselves. */
    private Optional<String> simulated(List<Camera> cameras) {
        return cameras.stream()
                .skip(settings.cameras().size())
                .map(Camera::uri)
                .reduce((first, next) -> first + "  " + next);
    }

    private DataDirectory prepareData() {
        DataDirectory data = DataDirectory.open(settings.data());
        parts.push(data);
        KafkaBroker.leftover(data.kafka()).end();
        PostgresServer.leftover(data.postgres()).end();
        Port.requireFree(settings.ports());
        if (settings.fresh()) {
            data.clear();
        }
        LogFiles.open(data.logs());
        return data;
    }

    /** The folder of the package. */
    private Path checkedModel() {
        Path folder = settings.models().folder(settings.model());
        try {
            OnnxDetector.open(ModelPackage.load(folder), DetectorSettings.defaults()).close();
            return folder;
        } catch (ModelPackageException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private KafkaBroker startBroker(DataDirectory data) {
        int port = settings.kafka().resolved();
        KafkaBroker broker =
                started("Kafka", () -> KafkaBroker.start(data.kafka(), data.logs(), port));
        failure = failure.applyToEither(broker.ended(), Function.identity());
        return broker;
    }

    private PostgresServer startDatabase(DataDirectory data) {
        PostgresServer database =
                started("Postgres", () -> PostgresServer.start(data.postgres(), data.logs()));
        try (Store store = Store.open(storeSettings(database))) {
            progress.step("Preparing the database", store::migrate);
        }
        return database;
    }

    private String startFlink(
            DataDirectory data,
            List<Camera> cameras,
            Path model,
            KafkaBroker broker,
            PostgresServer database) {
        int port = settings.flink().resolved();
        Path log = LogFiles.log(data.logs());
        JobGraph graph = WatchJob.of(model, broker, database);
        new CameraTopic(broker.bootstrapServers(), TOPICS.cameras()).replace(cameras);
        FlinkCluster flink = started("Flink", () -> FlinkCluster.start(data.flink(), log, port));
        progress.step("Starting the job", () -> startJob(flink, graph, log));
        return "http://localhost:" + port;
    }

    private void startJob(FlinkCluster flink, JobGraph graph, Path log) {
        JobID job = flink.submit(graph);
        failure = failure.applyToEither(flink.ended(job), Function.identity());
        new Patience(failure, START_LIMIT)
                .until(() -> flink.isRunning(job), "The job does not run, see %s.".formatted(log));
    }

    private String startServer(
            Path model, KafkaBroker broker, PostgresServer database, String flink) {
        ServerSettings server =
                new ServerSettings(
                        ServerSettings.DEFAULT_HOST,
                        settings.http().number(),
                        storeSettings(database),
                        broker.bootstrapServers(),
                        TOPICS,
                        model,
                        URI.create(flink));
        VedetteServer running = started("the server", () -> VedetteServer.start(server));
        URI ready = URI.create("http://127.0.0.1:%d/readyz".formatted(running.port()));
        new Patience(failure, START_LIMIT)
                .until(() -> Http.answers(ready), "The server is not ready, see " + ready + ".");
        return "http://localhost:" + running.port();
    }

    private static StoreSettings storeSettings(PostgresServer database) {
        return new StoreSettings(database.jdbcUrl(), PostgresServer.USER, "", STORE_CONNECTIONS);
    }

    private <T extends AutoCloseable> T started(String part, Supplier<T> start) {
        T running = progress.step("Starting " + part, start);
        parts.push(running);
        return running;
    }

    /** Completes with a sentence for people when a part ends that nobody stopped. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /** What is running and where, for people. */
    String summary() {
        String lines =
                summary.entrySet().stream()
                        .map(line -> "  %-14s %s%n".formatted(line.getKey(), line.getValue()))
                        .collect(Collectors.joining());
        return "%nVedette is running.%n%s%nCtrl-C stops it.".formatted(lines);
    }

    /** Stops what was started. An interrupt that asked for the stop does not disturb it. */
    @Override
    public void close() {
        if (!parts.isEmpty()) {
            Uninterrupted.run(() -> progress.step("Stopping", this::stopParts));
        }
    }

    private void stopParts() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LoggerFactory.getLogger(RunningSystem.class)
                        .warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
