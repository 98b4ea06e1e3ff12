package io.vedette.server;

import io.vedette.schema.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query of a request and collects everything that is wrong with it. A parameter without a
 * value counts as not given. Ask for all parameters first, then call {@link #check()}.
 */
final class QueryParameters {

    /** Longer values are cut in messages. */
    private static final int SHOWN = 80;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<ParameterError> errors = new ArrayList<>();

    QueryParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    @Nullable String text(String name) {
        return read(name, "must not hold control characters", QueryParameters::printable);
    }

    @Nullable Instant instant(String name) {
        return read(
                name,
                "must be an ISO-8601 time with offset, as 2026-11-23T06:45:24.123456Z",
                QueryParameters::parsedInstant);
    }

    @Nullable Float share(String name) {
        return read(name, "must be a number from 0 to 1", QueryParameters::parsedShare);
    }

    int whole(String name, int least, int most, int otherwise) {
        String rule = "must be a whole number from %d to %d".formatted(least, most);
        Integer value = read(name, rule, text -> parsedWhole(text, least, most));
        return value == null ? otherwise : value;
    }

    /** A parameter with a parser of its own, which refuses by throwing. */
    <T> @Nullable T read(String name, String rule, Function<String, T> parser) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of(""));
        if (values.size() != 1) {
            // a value that is not valid percent-encoding arrives as none
            String fault = values.isEmpty() ? "must be percent-encoded UTF-8" : "is given twice";
            reject(name, String.join(",", values), fault);
            return null;
        }
        String text = values.get(0);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            reject(name, text, rule);
            return null;
        }
    }

    void reject(String name, String value, String rule) {
        errors.add(new ParameterError(name, shown(value), rule));
    }

    /**
     * @throws BadParametersException if anything was wrong, also a parameter nobody asked for
     */
    void check() {
        given.forEach(
                (name, values) -> {
                    if (!known.contains(name)) {
                        errors.add(unknown(name, values));
                    }
                });
        if (!errors.isEmpty()) {
            throw new BadParametersException(errors);
        }
    }

    private ParameterError unknown(String name, List<String> values) {
        String value = shown(String.join(",", values));
        if (known.isEmpty()) {
            return new ParameterError(shown(name), value, "is no parameter here; there are none");
        }
        String cut = shown(name);
        return ParameterError.unknown(cut, value, Nearest.of(cut, known));
    }

    private static String printable(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Instant parsedInstant(String text) {
        // an offset's '+' that was not percent-encoded arrives as a space
        Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    private static Float parsedShare(String text) {
        float value = Float.parseFloat(text);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Integer parsedWhole(String text, int least, int most) {
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
