package io.vedette.models.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where a cache is when nothing is said (XDG Base Directory Specification). */
final class StandardFolder {

    private StandardFolder() {}

    /**
     * {@code vedette/models} of {@code $XDG_CACHE_HOME}, else of {@code .cache} in the user's home;
     * a folder of the user's own among temporary files where there is no home, as in containers.
     */
    static Path of(Map<String, String> environment, Properties properties) {
        @Nullable String cache = environment.get("XDG_CACHE_HOME");
        if (cache != null && Path.of(cache).isAbsolute()) {
            return Path.of(cache, "vedette", "models");
        }
        Path home = Path.of(properties.getProperty("user.home", "?"));
        if (home.isAbsolute() && Files.isWritable(home)) {
            return home.resolve(Path.of(".cache", "vedette", "models"));
        }
        return Path.of(
                properties.getProperty("java.io.tmpdir"),
                "vedette-models-" + properties.getProperty("user.name"));
    }
}
