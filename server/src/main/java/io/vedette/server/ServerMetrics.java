package io.vedette.server;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vedette.schema.Camera;
import io.vedette.store.PoolUsage;
import io.vedette.store.Store;
import java.time.Duration;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What the server tells Prometheus: {@code http.server.requests} by method, route and status,
 * {@code store.pool.*}, {@code cameras} and {@code cameras.state}, the JVM and the process. A path
 * that is no route counts under the route {@code unmatched}, so that clients cannot make up labels.
 */
final class ServerMetrics implements AutoCloseable {

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final CameraGauges cameras;

    ServerMetrics(Store store, CompactedTopic<Camera> list, CameraViews views) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        pool("active", store, PoolUsage::active);
        pool("idle", store, PoolUsage::idle);
        pool("waiting", store, PoolUsage::waiting);
        pool("limit", store, PoolUsage::limit);
        cameras = new CameraGauges(list, views, registry);
    }

    void register(Routes routes) {
        routes.get("/metrics", this::scrape);
    }

    private void scrape(Context ctx) {
        cameras.update();
        ctx.contentType(CONTENT_TYPE).result(registry.scrape());
    }

    void answered(Context ctx, float milliseconds) {
        String method = ctx.method().name();
        String route = Routes.of(ctx);
        Timer.builder("http.server.requests")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route == null ? "unmatched" : route)
                .tag("status", Integer.toString(ctx.statusCode()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }

    private void pool(String name, Store store, ToIntFunction<PoolUsage> value) {
        Gauge.builder("store.pool." + name, store, pooled -> value.applyAsInt(pooled.poolUsage()))
                .register(registry);
    }
}
