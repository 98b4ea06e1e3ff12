package io.vedette.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where routes are registered: each answers {@code HEAD} as it answers {@code GET}, and its path is
 * the label of its metrics.
 */
final class Routes {

    private static final String ATTRIBUTE = "vedette.route";

    private final RoutesConfig javalin;
    private final List<String> paths = new ArrayList<>();

    Routes(RoutesConfig javalin) {
        this.javalin = javalin;
    }

    void get(String path, Handler handler) {
        Handler labelled =
                ctx -> {
                    ctx.attribute(ATTRIBUTE, path);
                    handler.handle(ctx);
                };
        javalin.get(path, labelled);
        javalin.head(path, labelled);
        paths.add(path);
    }

    /** The path of the route that a request took; null when there is none. */
    static @Nullable String of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    List<String> paths() {
        return List.copyOf(paths);
    }
}
