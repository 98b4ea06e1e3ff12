package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.OutputOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/models.md against the code. */
class ModelsDocsTest {

    private static final Path DOCUMENT = Path.of("../docs/models.md");

    @Test
    void theManualHasARowForEveryFormat() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Stream.of(OutputFormat.values())
                                .map(format -> "\n| `%s` |".formatted(format.key()))
                                .toList());
    }

    @Test
    void theManualHasARowForEveryFieldOfTheOutput() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Stream.of(OutputOption.values())
                                .map(option -> "\n| `%s` |".formatted(option.key()))
                                .toList());
    }

    @Test
    void theManualNamesAllThatAnInputCanBeTold() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Stream.of(Source.values())
                                .filter(source -> source != Source.CONSTANT)
                                .map(source -> "`%s`".formatted(source.key()))
                                .toList());
    }
}
