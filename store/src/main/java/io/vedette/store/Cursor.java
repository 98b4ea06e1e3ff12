package io.vedette.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place between two detections: the page after it begins with the next older one. It stays valid
 * while detections come and go, and holds nothing but the place.
 */
public record Cursor(Instant capturedAt, String camera, int ordinal) {

    private static final Pattern FORM =
            Pattern.compile("1/(0|[1-9]\\d{0,15})/([a-z0-9][a-z0-9-]{0,62})/(0|[1-9]\\d{0,8})");

    /** The text form, which is opaque to everyone else. */
    public String encoded() {
        String place = "1/%d/%s/%d".formatted(Columns.micros(capturedAt), camera, ordinal);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(US_ASCII));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it did not come from {@link #encoded()}
     */
    public static Cursor decoded(String text) {
        Matcher place = FORM.matcher(place(text));
        if (!place.matches()) {
            throw invalid();
        }
        Instant capturedAt = Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS);
        Cursor cursor = new Cursor(capturedAt, place.group(2), Integer.parseInt(place.group(3)));
        if (!cursor.encoded().equals(text)) {
            throw invalid();
        }
        return cursor;
    }

    private static String place(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), US_ASCII);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException(
                "Cursor must be the 'next' of an earlier page, unchanged.");
    }
}
