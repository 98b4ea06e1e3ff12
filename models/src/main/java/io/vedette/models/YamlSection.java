package io.vedette.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vedette.schema.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a YAML document. Whatever is wrong with a value is noted as a problem and the
 * fallback is returned, so that one reading finds everything. The keys that were asked for are the
 * known ones.
 */
final class YamlSection {

    private final String path;
    private final JsonNode node;
    private final List<String> problems;
    private final TreeSet<String> known = new TreeSet<>();

    YamlSection(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /** A mapping within this one; empty when it is not given. */
    YamlSection section(String key) {
        JsonNode value = take(key);
        if (!value.isMissingNode() && !value.isObject()) {
            problem(key, "must be a mapping but was %s.", describe(value));
            value = MissingNode.getInstance();
        }
        return new YamlSection(name(key) + ".", value, problems);
    }

    boolean has(String key) {
        return node.has(key);
    }

    Optional<String> text(String key) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isNumber() || value.isBoolean()) {
            problem(key, "must be text but was %s; put it in quotes.", describe(value));
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(key, "must be text but was %s.", describe(value));
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    @Nullable Integer integer(String key, int low, int high) {
        JsonNode value = take(key);
        if (value.isMissingNode() || inRange(key, value, low, high)) {
            return value.isMissingNode() ? null : value.intValue();
        }
        return null;
    }

    int integer(String key, int low, int high, int fallback) {
        Integer value = integer(key, low, high);
        return value == null ? fallback : value;
    }

    /** A number in [0, 1]. */
    float fraction(String key, float fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            problem(key, "must be a number from 0 to 1 but was %s.", describe(value));
            return fallback;
        }
        return value.floatValue();
    }

    /** A list of a given length of finite numbers, all above a limit. */
    List<Float> numbers(String key, int count, double above, List<Float> fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        List<Float> numbers = new ArrayList<>();
        for (JsonNode item : value) {
            if (item.isNumber() && Float.isFinite(item.floatValue()) && item.floatValue() > above) {
                numbers.add(item.floatValue());
            }
        }
        if (!value.isArray() || value.size() != count || numbers.size() != count) {
            String limit = above >= 0 ? " above 0" : "";
            problem(
                    key,
                    "must be a list of %d numbers%s but was %s.",
                    count,
                    limit,
                    describe(value));
            return fallback;
        }
        return numbers;
    }

    /** A list of one or more whole numbers from 1 to a limit. */
    List<Integer> positiveIntegers(String key, int high, List<Integer> fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        List<Integer> integers = new ArrayList<>();
        for (JsonNode item : value) {
            if (item.isIntegralNumber() && item.asLong() >= 1 && item.asLong() <= high) {
                integers.add(item.intValue());
            }
        }
        if (!value.isArray() || integers.isEmpty() || integers.size() != value.size()) {
            problem(
                    key,
                    "must be a list of whole numbers from 1 to %d but was %s.",
                    high,
                    describe(value));
            return fallback;
        }
        return integers;
    }

    /** An enum constant, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, E fallback) {
        Optional<String> text = text(key);
        E[] constants = fallback.getDeclaringClass().getEnumConstants();
        for (E constant : constants) {
            if (text.isPresent() && text.get().equals(written(constant))) {
                return constant;
            }
        }
        text.ifPresent(
                value -> {
                    String choices =
                            List.of(constants).stream()
                                    .map(YamlSection::written)
                                    .collect(Collectors.joining(", "));
                    problem(key, "must be one of %s but was '%s'.", choices, value);
                });
        return fallback;
    }

    /** Notes every key that was never asked for, with the nearest one that was. */
    void rejectUnknownKeys() {
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!known.contains(key)) {
                                problem(
                                        key,
                                        "is not a known key; did you mean '%s'?",
                                        name(Nearest.of(key, known)));
                            }
                        });
    }

    @SuppressWarnings("AnnotateFormatMethod") // its library is not worth one annotation
    void problem(String key, String rule, @Nullable Object... values) {
        problems.add("'%s' ".formatted(name(key)) + rule.formatted(values));
    }

    private String name(String key) {
        return path + key;
    }

    private JsonNode take(String key) {
        known.add(key);
        return node.path(key);
    }

    private boolean inRange(String key, JsonNode value, int low, int high) {
        boolean fits =
                value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= low
                        && value.intValue() <= high;
        if (!fits) {
            problem(
                    key,
                    "must be a whole number from %d to %d but was %s.",
                    low,
                    high,
                    describe(value));
        }
        return fits;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String describe(JsonNode value) {
        if (value.isTextual() && !value.textValue().isBlank()) {
            return "the text '%s'".formatted(value.textValue());
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::toString)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return "a mapping";
        }
        return value.isNumber() || value.isBoolean() ? value.toString() : "empty";
    }
}
