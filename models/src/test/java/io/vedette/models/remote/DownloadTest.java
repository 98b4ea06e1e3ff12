package io.vedette.models.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    @TempDir Path folder;

    @Test
    void writesAsMuchAsMayCome() throws IOException {
        Path file = folder.resolve("file");

        String sha256 = download(file, 100_000, Duration.ofHours(1));

        assertThat(file).hasSize(100_000);
        assertThat(sha256).isEqualTo(Sha256.of(file));
    }

    @Test
    void refusesMore() {
        assertThatThrownBy(() -> download(folder.resolve("file"), 99_999, Duration.ofHours(1)))
                .hasMessage("it has more than the 99999 bytes that it may");
    }

    @Test
    void doesNotWaitForEver() {
        assertThatThrownBy(() -> download(folder.resolve("file"), 100_000, Duration.ZERO))
                .hasMessageContaining("bytes came in 0 s");
    }

    @Test
    void neverWritesOverAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> download(file, 100_000, Duration.ofHours(1)))
                .isInstanceOf(CacheException.class)
                .hasMessageStartingWith("the model cache cannot be written at '%s': ", file);
        assertThat(file).isEmptyFile();
    }

    private static String download(Path file, long maxBytes, Duration maxTime) throws IOException {
        return new Download(maxBytes, maxTime)
                .into(file, new ByteArrayInputStream(new byte[100_000]));
    }
}
