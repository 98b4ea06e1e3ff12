package io.vedette.server;

import io.javalin.http.Context;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.store.CameraQueries;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cameras there are, how each does, when it was last seen and what it saw then. */
final class CameraRoutes {

    private static final String STATE_RULE =
            "must be one or several, separated by commas, of "
                    + String.join(", ", StatusView.STATES);

    private final KnownCameras cameras;
    private final CameraViews views;
    private final CameraQueries activities;

    CameraRoutes(KnownCameras cameras, CameraViews views, CameraQueries activities) {
        this.cameras = cameras;
        this.views = views;
        this.activities = activities;
    }

    void register(Routes routes) {
        routes.get("/api/v1/cameras", this::list);
        routes.get("/api/v1/cameras/{id}", this::one);
        routes.get("/api/v1/cameras/{id}/latest", this::latest);
    }

    private void list(Context ctx) {
        QueryParameters parameters = new QueryParameters(ctx.queryParamMap());
        Set<String> states = parameters.read("state", STATE_RULE, CameraRoutes::states);
        parameters.check();
        List<CameraView> shown = views.all().stream().filter(view -> isIn(states, view)).toList();
        ctx.contentType("application/json").result(Json.write(new Page<>(shown, null)));
    }

    private static boolean isIn(@Nullable Set<String> states, CameraView view) {
        return states == null || states.contains(view.status().state());
    }

    private static Set<String> states(String text) {
        List<String> given = List.of(text.split(",", -1));
        if (!StatusView.STATES.containsAll(given)) {
            throw new IllegalArgumentException(text);
        }
        return Set.copyOf(given);
    }

    private void one(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        CameraView view = views.get(ctx.pathParam("id"));
        ctx.contentType("application/json").result(Json.write(view));
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
