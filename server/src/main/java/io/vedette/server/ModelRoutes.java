package io.vedette.server;

import io.javalin.http.Context;
import io.vedette.schema.Json;
import java.util.List;

/** Which models there are, and what each runs on in this process. */
final class ModelRoutes {

    private final ModelCatalogue catalogue;

    ModelRoutes(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.get("/api/v1/models", this::list);
        routes.get("/api/v1/models/{name}", this::versions);
    }

    private void list(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        answer(ctx, catalogue.entries());
    }

    private void versions(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        String name = ctx.pathParam("name");
        List<ModelEntry> versions = catalogue.versions(name);
        if (versions.isEmpty()) {
            throw new UnknownModelException(name);
        }
        answer(ctx, versions);
    }

    private static void answer(Context ctx, List<ModelEntry> entries) {
        ctx.contentType("application/json").result(Json.write(new Page<>(entries, null)));
    }
}
