package io.vedette.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.store.PictureQueries;
import io.vedette.store.StoredPicture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last picture of a camera, and what was seen in that very picture. Two answers with the same
 * {@code ETag}, which is the capture time, belong together.
 */
final class SnapshotRoutes {

    private final KnownCameras cameras;
    private final PictureQueries pictures;

    SnapshotRoutes(KnownCameras cameras, PictureQueries pictures) {
        this.cameras = cameras;
        this.pictures = pictures;
    }

    void register(Routes routes) {
        routes.get("/api/v1/cameras/{id}/snapshot.jpg", this::picture);
        routes.get("/api/v1/cameras/{id}/snapshot.json", this::result);
    }

    private void picture(Context ctx) {
        String camera = camera(ctx);
        StoredPicture picture =
                pictures.newest(camera, CaptureTag.had(ctx)).orElseThrow(() -> nothingYet(camera));
        byte[] jpeg = picture.jpeg();
        answer(ctx, picture.capturedAt(), "image/jpeg", jpeg);
    }

    private void result(Context ctx) {
        String camera = camera(ctx);
        FrameResult result = pictures.result(camera).orElseThrow(() -> nothingYet(camera));
        boolean had = result.capturedAt().equals(CaptureTag.had(ctx));
        answer(ctx, result.capturedAt(), "application/json", had ? null : Json.write(result));
    }

    private String camera(Context ctx) {
        new QueryParameters(ctx.queryParamMap()).check();
        return cameras.get(ctx.pathParam("id")).id();
    }

    /** Nothing but headers where the client has the body already. */
    private static void answer(
            Context ctx, Instant capturedAt, String contentType, byte @Nullable [] body) {
        CaptureTag.put(ctx, capturedAt);
        if (body == null) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(contentType).result(body);
        }
    }

    private static NothingYetException nothingYet(String camera) {
        return new NothingYetException("Camera '%s' has no picture yet.".formatted(camera));
    }
}
