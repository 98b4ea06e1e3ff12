package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/options.md against the code; {@code JAVA_TOOL_OPTIONS=-Dvedette.write-docs=true}
 * writes it anew.
 */
class OptionsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/options.md");

    @Test
    void theDocumentNamesEveryOptionAsItIs() throws IOException {
        if (Boolean.getBoolean("vedette.write-docs")) {
            Files.writeString(DOCUMENT, document());
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
    }

    private static String document() {
        return """
                # Options of the job

                They are given to the job as `--key value` or `--key=value`. All that is wrong is reported at once.

                | option | default | what |
                |---|---|---|
                """
                + JobOptions.all().stream()
                        .map(OptionsDocumentTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(ConfigOption<?> option) {
        return "| `%s` | %s | %s |%n"
                .formatted(
                        option.key(),
                        shown(option.defaultValue()),
                        new HtmlFormatter().format(option.description()));
    }

    private static String shown(Object value) {
        if (value == null || value.equals("")) {
            return "–";
        }
        if (value instanceof Duration duration) {
            return "`%d ms`".formatted(duration.toMillis());
        }
        return "`%s`"
                .formatted(value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value);
    }
}
