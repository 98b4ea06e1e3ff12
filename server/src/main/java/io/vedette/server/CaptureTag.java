package io.vedette.server;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The capture time of an answer, as the validator of HTTP's conditional requests (RFC 9110). */
final class CaptureTag {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private CaptureTag() {}

    static void put(Context ctx, Instant capturedAt) {
        String captured = MICROS.format(capturedAt);
        ctx.header("ETag", '"' + captured + '"')
                .header("Last-Modified", HTTP_DATE.format(capturedAt))
                .header("Cache-Control", "no-cache")
                .header("Captured-At", captured);
    }

    /** What the client says it has; null for nothing, or for what no answer of ours was. */
    static @Nullable Instant had(Context ctx) {
        String tag = ctx.header("If-None-Match");
        if (tag == null) {
            return null;
        }
        String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
        try {
            return MICROS.parse(strong.replace("\"", ""), Instant::from);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
