package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a {@code model.yaml} that cannot be read. */
final class ModelYamlTest {

    @TempDir Path folder;

    private TinyPackage tiny;

    @BeforeEach
    void writePackage() {
        tiny = TinyPackage.in(folder);
    }

    @Test
    void problemsAreShortAndOfOneLine() throws IOException {
        tiny.yaml(TinyModel.YAML + "task: \"a\\n\\e[31m%s\"\n".formatted("b".repeat(100_000)));

        assertThat(tiny.problems())
                .singleElement()
                .asString()
                .contains("but was 'a [31mbbb", "bbb … bbb")
                .endsWith("bbb'.")
                .hasSizeLessThan(1_010);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "- a\n- b\n", "# a comment\n"})
    void refusesADocumentThatIsNoMapping(String yaml) throws IOException {
        tiny.yaml(yaml);

        assertThat(tiny.problems())
                .containsExactly("model.yaml must hold a mapping of keys to values.");
    }

    @Test
    void saysInWhichLineTheSyntaxIsWrong() throws IOException {
        tiny.yaml("name: tiny\nversion: \"1\ninput: {");
        assertThat(tiny.problems()).singleElement().asString().startsWith("model.yaml line ");

        tiny.yaml("name: tiny\nname: again\n");
        assertThat(tiny.problems()).containsExactly("model.yaml line 2: Duplicate field 'name'.");
    }

    @Test
    void refusesADocumentWithControlCharacters() throws IOException {
        tiny.yaml("name: tiny\nversion: \u0000\u0001\n");

        assertThat(tiny.problems()).singleElement().asString().startsWith("model.yaml line ");
    }
}
