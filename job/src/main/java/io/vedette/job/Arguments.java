package io.vedette.job;

import io.vedette.schema.CameraUri;
import io.vedette.schema.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** The command line of the job, {@code --key value …}, read against {@link JobOptions}. */
final class Arguments {

    private final Map<String, List<String>> values;
    private final List<String> problems;

    private Arguments(Map<String, List<String>> values, List<String> problems) {
        this.values = values;
        this.problems = problems;
    }

    static Arguments parse(String... args) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String argument = args[i];
            if (!argument.startsWith("--")) {
                problems.add(
                        "Expected an option such as --mode but found '%s'."
                                .formatted(CameraUri.redactUri(argument)));
                continue;
            }
            int equals = argument.indexOf('=');
            String key = argument.substring(2, equals < 0 ? argument.length() : equals);
            if (equals >= 0) {
                add(values, key, argument.substring(equals + 1));
            } else if (i + 1 < args.length) {
                add(values, key, args[++i]);
            } else {
                problems.add("Option '%s' must have a value.".formatted(key));
            }
        }
        values.forEach((key, given) -> checkKnown(key, given, problems));
        return new Arguments(values, problems);
    }

    /** What is wrong so far; readers add to it. */
    List<String> problems() {
        return problems;
    }

    /** All values of an option that may be given many times. */
    List<String> all(ConfigOption<List<String>> option) {
        return values.getOrDefault(option.key(), List.of());
    }

    /**
     * The value of an option or its default; a malformed value is a problem and gives the default.
     */
    <T> T get(ConfigOption<T> option) {
        List<String> given = values.get(option.key());
        if (given == null) {
            return option.defaultValue();
        }
        Map<String, String> map = new HashMap<>();
        map.put(option.key(), given.get(given.size() - 1));
        try {
            return Objects.requireNonNull(Configuration.fromMap(map).get(option));
        } catch (IllegalArgumentException e) {
            problems.add(
                    "Option '%s' has the value '%s', which is wrong: %s"
                            .formatted(option.key(), map.get(option.key()), rule(option, e)));
            return option.defaultValue();
        }
    }

    boolean has(ConfigOption<?> option) {
        return values.containsKey(option.key());
    }

    /** Whether a required option has a value. */
    boolean isGiven(ConfigOption<String> option) {
        boolean given = has(option) && !get(option).isBlank();
        if (!given) {
            problems.add("Option '%s' must be given.".formatted(option.key()));
        }
        return given;
    }

    /** A number within bounds; another is a problem and gives the nearest bound. */
    int between(ConfigOption<Integer> option, int min, int max) {
        int value = get(option);
        if (value < min || value > max) {
            problems.add(
                    "Option '%s' must be between %d and %d but was %d."
                            .formatted(option.key(), min, max, value));
            return value < min ? min : max;
        }
        return value;
    }

    /** A duration that is not negative. */
    Duration notNegative(ConfigOption<Duration> option) {
        Duration value = get(option);
        if (value.isNegative()) {
            problems.add(
                    "Option '%s' must not be negative but was %s.".formatted(option.key(), value));
        }
        return value;
    }

    /** What is read, or null after a problem. */
    <T> @Nullable T checked(Supplier<@Nullable T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void add(Map<String, List<String>> values, String key, String value) {
        values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private static void checkKnown(String key, List<String> given, List<String> problems) {
        List<String> known = JobOptions.all().stream().map(ConfigOption::key).toList();
        if (!known.contains(key)) {
            problems.add(
                    "Option '%s' is not known. Did you mean '%s'?"
                            .formatted(key, Nearest.of(key, known)));
        } else if (given.size() > 1 && !key.equals(JobOptions.CAMERA.key())) {
            problems.add("Option '%s' is given %d times.".formatted(key, given.size()));
        }
    }

    private static String rule(ConfigOption<?> option, Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof NumberFormatException && option.defaultValue() instanceof Integer
                ? "It must be a whole number."
                : String.valueOf(cause.getMessage());
    }
}
