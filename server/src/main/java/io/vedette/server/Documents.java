package io.vedette.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The documents that are served as they are. */
final class Documents {

    private final byte[] start = resource("index.html");
    private final byte[] openApi = resource("openapi.json");

    void register(Routes routes) {
        routes.get("/", ctx -> ctx.contentType("text/html; charset=utf-8").result(start));
        routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(openApi));
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Documents.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Resource '%s' is missing.".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
