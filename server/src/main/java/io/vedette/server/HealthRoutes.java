package io.vedette.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.schema.Json;
import java.util.Map;

/** How the server is. */
final class HealthRoutes {

    private static final byte[] ALIVE = Json.write(Map.of("status", "alive"));

    private final Readiness readiness;

    HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    void register(Routes routes) {
        routes.get("/healthz", ctx -> ctx.contentType("application/json").result(ALIVE));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context ctx) {
        Readiness.Report report = readiness.report();
        ctx.status(report.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("application/json")
                .result(Json.write(report));
    }
}
