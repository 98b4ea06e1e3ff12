package io.vedette.server;

import io.javalin.http.Context;
import io.vedette.schema.Camera;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.store.CameraActivity;
import io.vedette.store.CameraQueries;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which cameras there are, when each was last seen and what it saw then. */
final class CameraRoutes {

    private final KnownCameras cameras;
    private final CameraQueries activities;

    CameraRoutes(KnownCameras cameras, CameraQueries activities) {
        this.cameras = cameras;
        this.activities = activities;
    }

    void register(Routes routes) {
        routes.get("/api/v1/cameras", this::list);
        routes.get("/api/v1/cameras/{id}", this::one);
        routes.get("/api/v1/cameras/{id}/latest", this::latest);
    }

    private void list(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        Map<String, Camera> known = cameras.all();
        Map<String, CameraActivity> lastSeen =
                activities.activity().stream()
                        .collect(Collectors.toMap(CameraActivity::camera, Function.identity()));
        List<CameraView> views =
                known.values().stream()
                        .map(camera -> CameraView.of(camera, lastSeen.get(camera.id())))
                        .toList();
        ctx.contentType("application/json").result(Json.write(new Page<>(views, null)));
    }

    private void one(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        String id = ctx.pathParam("id");
        Camera camera = cameras.get(id);
        CameraActivity lastSeen = activities.activity(id).orElse(null);
        ctx.contentType("application/json").result(Json.write(CameraView.of(camera, lastSeen)));
    }

    private void latest(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        String id = cameras.get(ctx.pathParam("id")).id();
        FrameResult result = activities.latest(id).orElseThrow(() -> nothingYet(id));
        ctx.header("Cache-Control", "no-cache")
                .contentType("application/json")
                .result(Json.write(result));
    }

    private static NothingYetException nothingYet(String camera) {
        return new NothingYetException("Camera '%s' has no result that is kept.".formatted(camera));
    }
}
