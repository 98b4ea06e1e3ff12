package io.vedette.server;

import io.vedette.schema.Nearest;
import io.vedette.schema.Topics;
import io.vedette.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The options of the server process, {@code --name value} or {@code --name=value}, else from the
 * environment: {@code --store.pool-size} is {@code VEDETTE_STORE_POOL_SIZE} there. Everything that
 * is wrong is reported at once.
 */
final class ServerOptions {

    /** All options with their defaults; those without one must be given. */
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    private static final String REQUIRED = "";
    private static final String PASSWORD = "store.password";
    private static final String MODELS = "models.folder";
    private static final String FLINK = "flink.url";

    /** Those that may be left empty. */
    private static final Set<String> OPTIONAL = Set.of(PASSWORD, MODELS, FLINK);

    static {
        DEFAULTS.put("server.host", ServerSettings.DEFAULT_HOST);
        DEFAULTS.put("server.port", Integer.toString(ServerSettings.DEFAULT_PORT));
        DEFAULTS.put("store.url", REQUIRED);
        DEFAULTS.put("store.user", REQUIRED);
        DEFAULTS.put(PASSWORD, "");
        DEFAULTS.put("store.pool-size", "10");
        DEFAULTS.put("kafka.bootstrap-servers", REQUIRED);
        DEFAULTS.put("topics.prefix", Topics.DEFAULT_PREFIX);
        DEFAULTS.put(MODELS, "");
        DEFAULTS.put(FLINK, "");
    }

    private final Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    private final List<String> problems = new ArrayList<>();

    private ServerOptions() {}

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with one line for each thing that is wrong
     */
    static ServerSettings parse(List<String> arguments, Map<String, String> environment) {
        ServerOptions options = new ServerOptions();
        options.readEnvironment(environment);
        options.readArguments(arguments);
        return options.settings();
    }

    private void readEnvironment(Map<String, String> environment) {
        for (String name : DEFAULTS.keySet()) {
            String value = environment.get(variable(name));
            if (value != null) {
                values.put(name, value);
            }
        }
    }

    private static String variable(String name) {
        return "VEDETTE_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void readArguments(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || !DEFAULTS.containsKey(name.substring(2))) {
                problems.add(unknown(name));
            } else if (equals >= 0) {
                values.put(name.substring(2), argument.substring(equals + 1));
            } else if (i + 1 < arguments.size()) {
                values.put(name.substring(2), arguments.get(++i));
            } else {
                problems.add("Option '%s' needs a value.".formatted(name));
            }
        }
    }

    private static String unknown(String name) {
        String bare = name.startsWith("--") ? name.substring(2) : name;
        return "Option '%s' is not known; did you mean '--%s'?"
                .formatted(name, Nearest.of(bare, DEFAULTS.keySet()));
    }

    private ServerSettings settings() {
        DEFAULTS.keySet().forEach(this::checkGiven);
        int port = whole("server.port", 0, 65_535);
        int poolSize = whole("store.pool-size", 1, 1000);
        Topics topics = checked("topics.prefix", () -> new Topics(value("topics.prefix")));
        Path models =
                value(MODELS).isBlank() ? null : checked(MODELS, () -> Path.of(value(MODELS)));
        URI flink =
                value(FLINK).isBlank()
                        ? null
                        : checked(FLINK, () -> ServerSettings.web(URI.create(value(FLINK))));
        StoreSettings store =
                value("store.url").isEmpty() || value("store.user").isEmpty()
                        ? null
                        : checked("store.url", () -> store(poolSize));
        if (!problems.isEmpty() || store == null || topics == null) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
        return new ServerSettings(
                value("server.host"),
                port,
                store,
                value("kafka.bootstrap-servers"),
                topics,
                models,
                flink);
    }

    private StoreSettings store(int poolSize) {
        return new StoreSettings(
                value("store.url"), value("store.user"), value(PASSWORD), poolSize);
    }

    private void checkGiven(String name) {
        if (!OPTIONAL.contains(name) && value(name).isBlank()) {
            problems.add(
                    "Option '--%s' must be given, here or as %s in the environment."
                            .formatted(name, variable(name)));
        }
    }

    private int whole(String name, int least, int most) {
        try {
            int value = Integer.parseInt(value(name));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below, as a value out of range is
        }
        problems.add(
                "Option '--%s' must be a whole number between %d and %d but was '%s'."
                        .formatted(name, least, most, value(name)));
        return least;
    }

    private <T> @Nullable T checked(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            problems.add("Option '--%s': %s".formatted(name, e.getMessage()));
            return null;
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
