package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a package may be made of. */
final class PackageFilesTest {

    @TempDir Path folder;

    private TinyPackage tiny;

    @BeforeEach
    void writePackage() {
        tiny = TinyPackage.in(folder);
    }

    @Test
    void followsSymbolicLinks(@TempDir Path elsewhere) throws IOException {
        Path moved = elsewhere.resolve("weights");
        Files.move(folder.resolve("model.onnx"), moved);
        Files.createSymbolicLink(folder.resolve("model.onnx"), moved);

        assertThat(tiny.load().file()).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    labels.txt | 'labels' names 'labels.txt', which is a link out of the package folder.
                    model.yaml | model.yaml is a link out of the package folder.
                    """)
    void followsNoLinkToTextElsewhere(String name, String problem, @TempDir Path elsewhere)
            throws IOException {
        Path secret = elsewhere.resolve("secret");
        Files.move(folder.resolve(name), secret);
        Files.createSymbolicLink(folder.resolve(name), secret);

        assertThat(tiny.problems()).containsExactly(problem);
    }

    @Test
    void followsLinksWithinThePackage() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        for (String name : List.of("model.yaml", "labels.txt")) {
            Files.move(folder.resolve(name), folder.resolve("data").resolve(name));
            Files.createSymbolicLink(folder.resolve(name), Path.of("data", name));
        }

        assertThat(tiny.load().labels()).isEqualTo(TinyModel.LABELS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    labels.txt | 4194305 | 'labels' names 'labels.txt', which has more than the 4194304 bytes that it may.
                    model.yaml | 1048577 | model.yaml has more than the 1048576 bytes that it may.
                    """)
    void refusesTextThatIsHuge(String name, int size, String problem) throws IOException {
        Files.write(folder.resolve(name), new byte[size]);

        assertThat(tiny.problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 64})
    void acceptsADigestOrItsBeginning(int digits) throws IOException {
        String sha256 = PackageFiles.sha256(folder.resolve("model.onnx"));

        tiny.yaml(TinyModel.YAML + "sha256: '%s'\n".formatted(sha256.substring(0, digits)));

        assertThat(tiny.load().sha256()).isEqualTo(sha256);
    }

    @Test
    void refusesAFileWithAnotherDigest() throws IOException {
        String sha256 = PackageFiles.sha256(folder.resolve("model.onnx"));

        tiny.yaml(TinyModel.YAML + "sha256: 695e750a\n");

        assertThat(tiny.problems())
                .containsExactly(
                        "'sha256' is '695e750a' but model.onnx has %s; is it the right file, and complete?"
                                .formatted(sha256));
    }

    @Test
    void asksForTheSizeWhenTheGraphCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "not a network");
        tiny.yaml("name: tiny\nversion: a\noutput: {format: yolox}\ninput: {height: 64}\n");

        assertThat(tiny.problems())
                .singleElement()
                .asString()
                .startsWith("ONNX Runtime cannot load model.onnx: ");
    }

    @Test
    void refusesEmptyFiles() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "");
        Files.writeString(folder.resolve("labels.txt"), "\n \n");

        assertThat(tiny.problems())
                .containsExactly(
                        "'file' names 'model.onnx', which is empty.", "labels.txt has no labels.");
    }

    @Test
    void saysThatTheFolderOrTheYamlIsMissing() throws IOException {
        Files.delete(folder.resolve("model.yaml"));
        assertThat(tiny.problems()).containsExactly("model.yaml is missing.");

        Path nowhere = folder.resolve("nowhere");
        ModelPackageException e =
                catchThrowableOfType(ModelPackageException.class, () -> ModelPackage.load(nowhere));
        assertThat(e).hasMessage("Model package %s: there is no such folder.".formatted(nowhere));
    }
}
