package io.vedette.server;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The capture time of an answer, as the validator of HTTP's conditional requests (RFC 9110). */
final class CaptureTag {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** In the form that {@link #put} gives; longer years are beyond what the store can compare. */
    private static final Pattern TAG =
            Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z)\"");

    private CaptureTag() {}

    static void put(Context ctx, Instant capturedAt) {
        String captured = MICROS.format(capturedAt);
        ctx.header("ETag", '"' + captured + '"')
                .header("Last-Modified", HTTP_DATE.format(capturedAt))
                .header("Cache-Control", "no-cache")
                .header("Captured-At", captured);
    }

    /**
     * What the client says it has, of several the newest, since capture times only move forward.
     * Null for nothing, or for what no answer of ours was.
     */
    static @Nullable Instant had(Context ctx) {
        String tags = ctx.header("If-None-Match");
        if (tags == null) {
            return null;
        }
        return TAG.matcher(tags)
                .results()
                .flatMap(tag -> parsed(tag.group(1)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Instant> parsed(String text) {
        try {
            return Stream.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
