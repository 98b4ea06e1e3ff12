package io.vedette.sources;

import io.vedette.schema.CameraUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@code file:} uri of a camera, for example {@code file:///videos/gate.mp4?pace=max&loop=true}.
 *
 * @param path the video
 * @param fast {@code pace=max}: as fast as it can be processed, instead of in real time
 * @param loop {@code loop=true}: from the beginning again at the end
 * @param start {@code start=<ISO instant>}: capture time of the first frame; null means now
 */
record FileUri(Path path, boolean fast, boolean loop, @Nullable Instant start) {

    /**
     * Reads a camera's uri.
     *
     * @throws IllegalArgumentException naming camera and parameter, if it is not understood
     */
    static FileUri parse(String camera, String uri) {
        String rest = uri.substring("file:".length());
        int question = rest.indexOf('?');
        Path path = path(camera, question < 0 ? rest : rest.substring(0, question));
        String query = question < 0 ? "" : rest.substring(question + 1);
        return new Parameters(camera, query).read(path);
    }

    private static Path path(String camera, String encoded) {
        try {
            String path = decoded(encoded);
            if (path.startsWith("//")) {
                int root = path.indexOf('/', 2);
                String host = root < 0 ? path.substring(2) : path.substring(2, root);
                if (!host.isEmpty() && !host.equals("localhost")) {
                    throw new IllegalArgumentException(
                            "its host '%s' is not this one".formatted(host));
                }
                path = root < 0 ? "" : path.substring(root);
            }
            if (path.isEmpty()) {
                throw new IllegalArgumentException("it names no file");
            }
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw wrong(camera, encoded, "it is not a path");
        } catch (IllegalArgumentException e) {
            throw wrong(camera, encoded, String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException wrong(String camera, String path, String problem) {
        return new IllegalArgumentException(
                "Camera '%s': uri 'file:%s' must name a local file, but %s."
                        .formatted(camera, CameraUri.redact(path), problem));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static final class Parameters {

        private final String camera;
        private final String query;
        private boolean fast;
        private boolean loop;
        private @Nullable Instant start;

        Parameters(String camera, String query) {
            this.camera = camera;
            this.query = query;
        }

        FileUri read(Path path) {
            for (String parameter : query.split("&", -1)) {
                if (!parameter.isEmpty()) {
                    int equals = parameter.indexOf('=');
                    String name = equals < 0 ? parameter : parameter.substring(0, equals);
                    set(name, equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
                }
            }
            return new FileUri(path, fast, loop, start);
        }

        private void set(String name, String value) {
            switch (name) {
                case "pace" -> fast = choice(name, value, "realtime", "max");
                case "loop" -> loop = choice(name, value, "false", "true");
                case "start" -> start = instant(name, value);
                default ->
                        throw new IllegalArgumentException(
                                "Camera '%s': file parameter '%s' is unknown; allowed are pace, loop and start."
                                        .formatted(camera, CameraUri.redact(name)));
            }
        }

        private boolean choice(String name, String value, String no, String yes) {
            if (!value.equals(no) && !value.equals(yes)) {
                throw wrong(name, value, "'%s' or '%s'".formatted(no, yes));
            }
            return value.equals(yes);
        }

        private Instant instant(String name, String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw wrong(name, value, "an instant such as 2026-01-01T00:00:00Z");
            }
        }

        private IllegalArgumentException wrong(String name, String value, String rule) {
            return new IllegalArgumentException(
                    "Camera '%s': file parameter '%s' must be %s but was '%s'."
                            .formatted(camera, name, rule, value));
        }
    }
}
