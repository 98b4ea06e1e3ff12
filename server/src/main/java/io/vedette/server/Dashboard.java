package io.vedette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The page for people. It loads nothing from elsewhere and runs no script but its own files, which
 * its content security policy holds it to.
 */
final class Dashboard {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final String PAGE = "index.html";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    private final Map<String, File> files = new LinkedHashMap<>();

    /**
     * @param flink where Flink's web interface is, for a link to it; null for none
     */
    Dashboard(@Nullable URI flink) {
        String page = new String(Resource.bytes("dashboard/" + PAGE), UTF_8);
        files.put(PAGE, File.of(PAGE, page.replace("<!--flink-->", link(flink)).getBytes(UTF_8)));
        for (String name :
                new String[] {
                    "activity.js",
                    "api.js",
                    "dashboard.css",
                    "dashboard.js",
                    "detail.js",
                    "icon.svg",
                    "picture.js",
                    "snapshots.js",
                    "status.js",
                    "tile.js",
                    "words.js"
                }) {
            files.put(name, File.of(name, Resource.bytes("dashboard/" + name)));
        }
    }

    void register(Routes routes) {
        routes.get("/", ctx -> answer(ctx, PAGE));
        routes.get("/dashboard/{file}", ctx -> answer(ctx, ctx.pathParam("file")));
    }

    private void answer(Context ctx, String name) {
        File file = files.get(name);
        if (file == null) {
            throw new NotFoundResponse();
        }
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .header("ETag", file.tag());
        if (file.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(file.type()).result(file.content());
        }
    }

    private static String link(@Nullable URI flink) {
        if (flink == null) {
            return "";
        }
        String url = flink.toASCIIString().replace("&", "&amp;");
        return "<a href=\"%s\">Flink</a>".formatted(url.replace("\"", "%22"));
    }

    @SuppressWarnings("ArrayRecordComponent") // it is read, never compared
    private record File(String type, byte[] content, String tag) {

        static File of(String name, byte[] content) {
            CRC32C checksum = new CRC32C();
            checksum.update(content);
            String type =
                    Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
            return new File(type, content, "\"%08x\"".formatted(checksum.getValue()));
        }
    }
}
