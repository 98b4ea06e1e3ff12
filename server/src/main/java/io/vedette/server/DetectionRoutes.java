package io.vedette.server;

import io.javalin.http.Context;
import io.vedette.schema.Json;
import io.vedette.store.Cursor;
import io.vedette.store.DetectionFilter;
import io.vedette.store.DetectionPage;
import io.vedette.store.DetectionQueries;
import io.vedette.store.StoredDetection;
import org.jspecify.annotations.Nullable;

/** What was detected. */
final class DetectionRoutes {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final DetectionQueries detections;

    DetectionRoutes(DetectionQueries detections) {
        this.detections = detections;
    }

    void register(Routes routes) {
        routes.get("/api/v1/detections", this::list);
    }

    private void list(Context ctx) {
        QueryParameters query = new QueryParameters(ctx.queryParamMap());
        DetectionFilter filter = FilterParameters.read(query, null);
        int limit = query.whole("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        Cursor cursor =
                query.read(
                        "cursor",
                        "must be the 'next' of an earlier page, unchanged",
                        Cursor::decoded);
        query.check();

        DetectionPage page = detections.find(filter, cursor, limit);
        Page<StoredDetection> answer = new Page<>(page.items(), encoded(page.next()));
        ctx.contentType("application/json").result(Json.write(answer));
    }

    private static @Nullable String encoded(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.encoded();
    }
}
