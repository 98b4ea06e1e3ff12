package io.vedette.server;

/** What is served as it is. */
final class Documents {

    private final byte[] openApi = Resource.bytes("openapi.json");

    void register(Routes routes) {
        routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(openApi));
    }
}
