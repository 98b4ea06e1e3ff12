package io.vedette.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkFilesTest {

    @TempDir Path folder;

    private final FlinkFiles files = new FlinkFiles();

    @ParameterizedTest
    @ValueSource(strings = {"file", "vault"})
    void readsFilesOfEveryFileSystemOfFlink(String scheme) throws IOException {
        Files.writeString(folder.resolve("a file"), "content");

        assertThat(read(scheme, "a%20file")).isEqualTo("content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "vault"})
    void tellsAFileThatIsNotThere(String scheme) {
        assertThatThrownBy(() -> read(scheme, "nothing")).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void saysWhichPluginASchemeNeeds() {
        assertThatThrownBy(() -> read("s3", "labels.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("'s3'", "flink-s3-fs-hadoop");
    }

    @Test
    void whateverAPluginThrowsIsAProblemOfItsFile() {
        assertThatThrownBy(() -> read("vault", VaultFileSystemFactory.BROKEN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no vault");
    }

    private String read(String scheme, String name) throws IOException {
        try (InputStream in = files.open(URI.create(scheme + ":" + folder + "/" + name))) {
            return new String(in.readAllBytes());
        }
    }
}
