package io.vedette.schema;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka headers of a frame on {@link Topics#frames()}.
 *
 * @param capturedAt header {@code captured-at}: microseconds since the epoch, decimal
 * @param sequence header {@code sequence}, decimal
 * @param width header {@code width}: of the picture, in pixels
 * @param height header {@code height}: of the picture, in pixels
 */
public record FrameHeaders(Instant capturedAt, long sequence, int width, int height) {

    public static final String CAPTURED_AT = "captured-at";
    public static final String SEQUENCE = "sequence";
    public static final String WIDTH = "width";
    public static final String HEIGHT = "height";
    public static final String CONTENT_TYPE = "content-type";
    public static final String JPEG = "image/jpeg";

    public static FrameHeaders of(Frame frame) {
        return new FrameHeaders(
                frame.capturedAt(), frame.sequence(), frame.width(), frame.height());
    }

    /** The headers by name, in the order of the contract. */
    public Map<String, byte[]> toMap() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(CAPTURED_AT, decimal(ChronoUnit.MICROS.between(Instant.EPOCH, capturedAt)));
        headers.put(SEQUENCE, decimal(sequence));
        headers.put(WIDTH, decimal(width));
        headers.put(HEIGHT, decimal(height));
        headers.put(CONTENT_TYPE, JPEG.getBytes(US_ASCII));
        return headers;
    }

    /**
     * Reads the headers of a record.
     *
     * @throws IllegalArgumentException naming every header that is missing or malformed
     */
    public static FrameHeaders parse(Map<String, byte[]> headers) {
        List<String> problems = new ArrayList<>();
        long micros = number(headers, CAPTURED_AT, 0, Long.MAX_VALUE, problems);
        long sequence = number(headers, SEQUENCE, 0, Long.MAX_VALUE, problems);
        long width = number(headers, WIDTH, 1, 65_535, problems);
        long height = number(headers, HEIGHT, 1, 65_535, problems);
        byte[] type = headers.get(CONTENT_TYPE);
        if (type == null || !new String(type, UTF_8).equals(JPEG)) {
            problems.add(
                    "Header '%s' must be '%s' but was %s."
                            .formatted(CONTENT_TYPE, JPEG, shown(type)));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        try {
            Instant capturedAt = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            return new FrameHeaders(capturedAt, sequence, (int) width, (int) height);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Header '%s' is out of range: %d.".formatted(CAPTURED_AT, micros), e);
        }
    }

    private static byte[] decimal(long value) {
        return Long.toString(value).getBytes(US_ASCII);
    }

    private static long number(
            Map<String, byte[]> headers, String name, long min, long max, List<String> problems) {
        byte[] bytes = headers.get(name);
        try {
            long value = Long.parseLong(new String(Objects.requireNonNull(bytes), UTF_8));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException | NullPointerException e) {
            // reported below, as a value out of range is
        }
        problems.add(
                "Header '%s' must be a whole number in %d..%d but was %s."
                        .formatted(name, min, max, shown(bytes)));
        return min;
    }

    private static String shown(byte @Nullable [] value) {
        return value == null ? "missing" : "'" + new String(value, UTF_8) + "'";
    }
}
