package io.vedette.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.vedette.schema.Camera;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.Topics;
import io.vedette.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The REST server. It starts whether or not its store and its broker are there, says on {@code
 * /readyz} what is missing, and recovers by itself when they come back.
 */
public final class VedetteServer implements AutoCloseable {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final Store store;
    private final SchemaMigration migration;
    private final CompactedTopic<Camera> cameraList;
    private final CompactedTopic<CameraStatus> cameraStatus;
    private final KnownCameras cameras;
    private final CameraViews views;
    private final ModelCatalogue models;
    private final Dashboard dashboard;
    private final ServerMetrics metrics;
    private final Javalin javalin;
    private List<String> paths = List.of();

    private VedetteServer(
            ServerSettings settings, Function<String, Consumer<String, byte[]>> consumers) {
        Topics topics = settings.topics();
        store = Store.open(settings.store());
        migration = SchemaMigration.start(store, RETRY_DELAY);
        cameraList =
                CompactedTopic.follow(
                        topics.cameras(), Camera.class, Camera::id, consumers, RETRY_DELAY);
        cameraStatus =
                CompactedTopic.follow(
                        topics.cameraStatus(),
                        CameraStatus.class,
                        CameraStatus::camera,
                        consumers,
                        RETRY_DELAY);
        cameras = new KnownCameras(cameraList);
        views = new CameraViews(cameras, cameraStatus, store.cameras(), InstantSource.system());
        models = new ModelCatalogue(new ModelFolder(settings.models()));
        dashboard = new Dashboard(settings.flink());
        metrics = new ServerMetrics(store, cameraList, views);
        javalin = Javalin.create(this::configure);
    }

    /**
     * Listens when it returns.
     *
     * @throws IllegalStateException if the port cannot be taken
     */
    public static VedetteServer start(ServerSettings settings) {
        return start(settings, new TopicConsumers(settings.kafkaBootstrapServers()));
    }

    static VedetteServer start(
            ServerSettings settings, Function<String, Consumer<String, byte[]>> consumers) {
        VedetteServer server = new VedetteServer(settings, consumers);
        try {
            server.javalin.start(settings.host(), settings.port());
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw new IllegalStateException(
                    "Server %s:%d: cannot listen, the port may be taken."
                            .formatted(settings.host(), settings.port()),
                    e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** The paths of all routes. */
    List<String> paths() {
        return paths;
    }

    @Override
    public void close() {
        javalin.stop();
        migration.close();
        cameraList.close();
        cameraStatus.close();
        metrics.close();
        store.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(
                jetty -> {
                    jetty.setErrorHandler(new ProblemErrorHandler());
                    jetty.setStopTimeout(0);
                });
        config.requestLogger.http(metrics::answered);
        Problems.register(config.routes);
        register(new Routes(config.routes));
    }

    private void register(Routes routes) {
        new DetectionRoutes(store.detections()).register(routes);
        new SummaryRoute(store.detections()).register(routes);
        new CameraRoutes(cameras, views, store.cameras()).register(routes);
        new SnapshotRoutes(cameras, store.pictures()).register(routes);
        new ModelRoutes(models).register(routes);
        new HealthRoutes(new Readiness(store, migration, cameraList)).register(routes);
        dashboard.register(routes);
        new Documents().register(routes);
        metrics.register(routes);
        paths = routes.paths();
    }
}
