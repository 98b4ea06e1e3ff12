package io.vedette.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.vedette.schema.Json;
import io.vedette.store.StoreException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a request throws into a {@link Problem}; nothing internal is told to clients. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(BadParametersException.class, Problems::badParameters);
        routes.exception(
                UnknownCameraException.class,
                (e, ctx) -> answer(ctx, HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
        routes.exception(
                UnknownModelException.class,
                (e, ctx) -> answer(ctx, HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
        routes.exception(
                NothingYetException.class,
                (e, ctx) -> answer(ctx, HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
        routes.exception(
                NotReadyException.class,
                (e, ctx) -> unavailable(ctx, String.valueOf(e.getMessage())));
        routes.exception(StoreException.class, Problems::store);
        routes.exception(MethodNotAllowedResponse.class, Problems::methodNotAllowed);
        routes.exception(
                NotFoundResponse.class,
                (e, ctx) ->
                        answer(
                                ctx,
                                HttpStatus.NOT_FOUND,
                                "There is nothing here; /openapi.json lists what there is."));
        routes.exception(HttpResponseException.class, Problems::refused);
        routes.exception(Exception.class, Problems::unexpected);
    }

    private static void badParameters(BadParametersException e, Context ctx) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        List<ParameterError> errors = e.errors();
        String detail =
                errors.size() == 1
                        ? "1 parameter cannot be used."
                        : "%d parameters cannot be used.".formatted(errors.size());
        write(
                ctx,
                new Problem(
                        Problem.BLANK,
                        status.getMessage(),
                        status.getCode(),
                        detail,
                        ctx.path(),
                        errors));
    }

    private static void store(StoreException e, Context ctx) {
        if (e.isUnavailable()) {
            LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
            unavailable(ctx, "The store does not answer; try again.");
        } else {
            unexpected(e, ctx);
        }
    }

    private static void methodNotAllowed(MethodNotAllowedResponse e, Context ctx) {
        String allowed = String.join(", ", e.getDetails().values());
        ctx.header("Allow", allowed);
        answer(
                ctx,
                HttpStatus.METHOD_NOT_ALLOWED,
                "%s is not possible here, only %s.".formatted(ctx.method(), allowed));
    }

    private static void refused(HttpResponseException e, Context ctx) {
        answer(ctx, HttpStatus.forStatus(e.getStatus()), String.valueOf(e.getMessage()));
    }

    private static void unexpected(Exception e, Context ctx) {
        LOG.error("{} {} failed.", ctx.method(), ctx.path(), e);
        answer(
                ctx,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The server failed to answer; its log says why.");
    }

    private static void unavailable(Context ctx, String detail) {
        ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        answer(ctx, HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    private static void answer(Context ctx, HttpStatus status, String detail) {
        write(ctx, Problem.of(status.getCode(), status.getMessage(), detail, ctx.path()));
    }

    private static void write(Context ctx, Problem problem) {
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.write(problem));
    }
}
