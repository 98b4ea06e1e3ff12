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
    private final Findings findings;
    private final TreeSet<String> known = new TreeSet<>();

    YamlSection(String path, JsonNode node, Findings findings) {
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    /** A mapping within this one; empty when it is not given. */
    YamlSection section(String key) {
        JsonNode value = take(key);
        if (!value.isMissingNode() && !value.isObject()) {
            problem(key, "must be a mapping but was %s.", describe(value));
            value = MissingNode.getInstance();
        }
        return new YamlSection(name(key) + ".", value, findings);
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
        return value == null ? assumed(key, fallback) : value;
    }

    /** A number in [0, 1]. */
    float fraction(String key, float fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            problem(key, "must be a number from 0 to 1 but was %s.", describe(value));
            return fallback;
        }
        return value.floatValue();
    }

    /** A number above 0 and at most 1. */
    double part(String key, double fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= 1)) {
            problem(key, "must be a number above 0 and at most 1 but was %s.", describe(value));
            return fallback;
        }
        return value.doubleValue();
    }

    /** True or false. */
    boolean flag(String key, boolean fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        if (!value.isBoolean()) {
            problem(key, "must be true or false but was %s.", describe(value));
        }
        return value.asBoolean();
    }

    /** A list of a given length of finite numbers, all above a limit. */
    List<Float> numbers(String key, int count, double above, List<Float> fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        List<Float> numbers = finite(value, above);
        if (!value.isArray() || value.size() != count || numbers.size() != count) {
            problem(
                    key,
                    "must be a list of %d numbers%s but was %s.",
                    count,
                    above >= 0 ? " above 0" : "",
                    describe(value));
            return fallback;
        }
        return numbers;
    }

    private static List<Float> finite(JsonNode list, double above) {
        List<Float> numbers = new ArrayList<>();
        for (JsonNode item : list) {
            if (item.isNumber() && Float.isFinite(item.floatValue()) && item.floatValue() > above) {
                numbers.add(item.floatValue());
            }
        }
        return numbers;
    }

    /** A list of lists of widths and heights, all above 0. */
    List<List<Float>> pairs(String key, List<List<Float>> fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        List<List<Float>> lists = new ArrayList<>();
        for (JsonNode item : value) {
            List<Float> numbers = finite(item, 0);
            if (item.isArray() && item.size() == numbers.size() && item.size() % 2 == 0) {
                lists.add(numbers);
            }
        }
        if (!value.isArray() || lists.isEmpty() || lists.size() != value.size()) {
            problem(
                    key,
                    "must be one list of widths and heights above 0 for each stride but was %s.",
                    describe(value));
            return fallback;
        }
        return lists;
    }

    /** A list of one or more whole numbers from 1 to a limit. */
    List<Integer> positiveIntegers(String key, int high, List<Integer> fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        List<Integer> integers = new ArrayList<>();
        for (JsonNode item : value) {
            if (item.isIntegralNumber()
                    && item.canConvertToInt()
                    && item.intValue() >= 1
                    && item.intValue() <= high) {
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

    /** A number, a truth value or a list of such, as numbers; empty where it is text. */
    Optional<List<Double>> constants(String key) {
        JsonNode value = take(key);
        if (value.isTextual()) {
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (item.isBoolean() || (item.isNumber() && Double.isFinite(item.doubleValue()))) {
                numbers.add(item.isBoolean() ? (item.booleanValue() ? 1 : 0) : item.doubleValue());
            }
        }
        if (numbers.isEmpty() || (value.isArray() && numbers.size() != value.size())) {
            problem(key, "must be a number or a list of numbers but was %s.", describe(value));
            return Optional.of(List.of(0.0));
        }
        return Optional.of(numbers);
    }

    /** An enum constant, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, E fallback) {
        if (!node.has(key)) {
            known.add(key);
            return assumed(key, fallback);
        }
        return choice(key, List.of(fallback.getDeclaringClass().getEnumConstants()))
                .orElse(fallback);
    }

    /** One of some enum constants; empty where it is not given, or with a problem noted. */
    <E extends Enum<E>> Optional<E> choice(String key, List<E> choices) {
        Optional<String> text = text(key);
        Optional<E> chosen = text.flatMap(value -> constant(value, choices));
        if (text.isPresent() && chosen.isEmpty()) {
            problem(key, "must be one of %s but was '%s'.", listed(choices), text.get());
        }
        return chosen;
    }

    /** An enum constant; empty, with a problem noted, where it is not given. */
    <E extends Enum<E>> Optional<E> requiredChoice(String key, E[] choices) {
        if (!node.has(key)) {
            known.add(key);
            problem(key, "is missing; it must be one of %s.", listed(List.of(choices)));
            return Optional.empty();
        }
        return choice(key, List.of(choices));
    }

    /** A list of one or more enum constants. */
    <E extends Enum<E>> List<E> choices(String key, E[] choices, List<E> fallback) {
        JsonNode value = take(key);
        if (value.isMissingNode()) {
            return assumed(key, fallback);
        }
        List<E> chosen = new ArrayList<>();
        for (JsonNode item : value) {
            constant(item.asText(), List.of(choices)).ifPresent(chosen::add);
        }
        if (!value.isArray() || chosen.isEmpty() || chosen.size() != value.size()) {
            problem(
                    key,
                    "must be a list of %s but was %s.",
                    listed(List.of(choices)),
                    describe(value));
            return fallback;
        }
        return chosen;
    }

    private static <E extends Enum<E>> Optional<E> constant(String text, List<E> choices) {
        return choices.stream().filter(choice -> written(choice).equals(text)).findFirst();
    }

    private static String listed(List<? extends Enum<?>> choices) {
        return choices.stream().map(YamlSection::written).collect(Collectors.joining(", "));
    }

    /** The keys that are given. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Says no more about a key. */
    void ignore(String key) {
        known.add(key);
    }

    /** A fallback, noted as such. */
    private <T> T assumed(String key, T fallback) {
        findings.assumed(name(key), shown(fallback));
        return fallback;
    }

    private static String shown(Object value) {
        return value instanceof Enum<?> constant ? written(constant) : value.toString();
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
        findings.problem("%s", "'%s' ".formatted(name(key)) + rule.formatted(values));
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
