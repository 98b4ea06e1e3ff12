package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds docs/metrics.md against all sources: a class that registers metrics and is in no section,
 * or a section without its class, fails. The modules hold the tables on cameras and inference
 * against what is really registered.
 */
class MetricsDocumentTest {

    /** By section, the classes that register what its tables name. */
    private static final Map<String, List<String>> REGISTERED_BY =
            Map.of(
                    "Cameras", List.of("CameraMetrics"),
                    "Inference", List.of("InferenceMetrics"),
                    "Detections", List.of("DetectFunction"),
                    "Pictures", List.of("StoreSink"),
                    "Server", List.of("CameraGauges", "ServerMetrics"));

    private static final Pattern SECTION = Pattern.compile("^## (\\w+)", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern REGISTRATION =
            Pattern.compile(
                    "(?:\\.(?:counter|gauge|meter|histogram)|(?:Gauge|Timer)\\.builder)\\(");
    private static final Pattern BY_CONSTANT =
            Pattern.compile("\\.(?:counter|histogram)\\(([A-Z_]+)\\b");
    private static final Pattern OF_SERVER =
            Pattern.compile("(?:\\.gauge|Gauge\\.builder|Timer\\.builder)\\(\"([\\w.]+\\w)\"");
    private static final Pattern OF_POOL = Pattern.compile("\\bpool\\(\"(\\w+)\"");

    @Test
    void everyClassThatRegistersMetricsHasASectionAndViceVersa() throws IOException {
        assertThat(sources().entrySet())
                .filteredOn(source -> REGISTRATION.matcher(source.getValue()).find())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(
                        REGISTERED_BY.values().stream().flatMap(List::stream).toList());
        assertThat(found(SECTION, document()))
                .containsExactlyInAnyOrderElementsOf(REGISTERED_BY.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Detections", "Pictures"})
    void theDocumentNamesWhatIsRegisteredUnderAConstant(String section) throws IOException {
        List<String> registered = new ArrayList<>();
        for (String name : REGISTERED_BY.get(section)) {
            String source = sources().get(name);
            for (String constant : found(BY_CONSTANT, source)) {
                registered.addAll(
                        found(Pattern.compile("\\b%s = \"(\\w+)\"".formatted(constant)), source));
            }
        }
        assertThat(rows(section)).isNotEmpty().containsExactlyElementsOf(registered);
    }

    @Test
    void theDocumentNamesWhatTheServerRegisters() throws IOException {
        List<String> registered = new ArrayList<>();
        for (String name : REGISTERED_BY.get("Server")) {
            String source = sources().get(name);
            found(OF_SERVER, source).forEach(meter -> registered.add(meter.replace('.', '_')));
            found(OF_POOL, source).forEach(figure -> registered.add("store_pool_" + figure));
        }
        assertThat(rows("Server")).containsExactlyInAnyOrderElementsOf(registered);
    }

    private static List<String> rows(String section) throws IOException {
        String document = document();
        int begin = document.indexOf("## " + section);
        int end = document.indexOf("\n## ", begin);
        return found(ROW, document.substring(begin, end < 0 ? document.length() : end));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/metrics.md"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Of all modules that run in production, by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("sources", "models", "operators", "store", "job", "server")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.put(className(file), read(file)));
            }
        }
        return sources;
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
