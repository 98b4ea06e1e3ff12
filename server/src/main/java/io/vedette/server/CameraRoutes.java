package io.vedette.server;

import io.javalin.http.Context;
import io.vedette.schema.Camera;
import io.vedette.schema.Json;
import io.vedette.store.CameraActivity;
import io.vedette.store.CameraQueries;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which cameras there are and when each was last seen. */
final class CameraRoutes {

    private final CameraDirectory directory;
    private final CameraQueries activities;

    CameraRoutes(CameraDirectory directory, CameraQueries activities) {
        this.directory = directory;
        this.activities = activities;
    }

    void register(Routes routes) {
        routes.get("/api/v1/cameras", this::list);
        routes.get("/api/v1/cameras/{id}", this::one);
    }

    private void list(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        Map<String, Camera> cameras = cameras();
        Map<String, CameraActivity> lastSeen =
                activities.activity().stream()
                        .collect(Collectors.toMap(CameraActivity::camera, Function.identity()));
        List<CameraView> views =
                cameras.values().stream()
                        .map(camera -> CameraView.of(camera, lastSeen.get(camera.id())))
                        .toList();
        ctx.contentType("application/json").result(Json.write(new Page<>(views, null)));
    }

    private void one(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        String id = ctx.pathParam("id");
        Camera camera = cameras().get(id);
        if (camera == null) {
            throw new UnknownCameraException(id);
        }
        CameraActivity lastSeen = activities.activity(id).orElse(null);
        ctx.contentType("application/json").result(Json.write(CameraView.of(camera, lastSeen)));
    }

    private Map<String, Camera> cameras() {
        if (!directory.isCaughtUp()) {
            throw new NotReadyException("The camera list is being read; try again.");
        }
        return directory.cameras();
    }
}
