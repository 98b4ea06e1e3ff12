package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path folder;

    @Test
    void belongsToOneAtATime() {
        Path path = folder.resolve("data");
        try (DataDirectory first = DataDirectory.open(path)) {
            assertThatThrownBy(() -> DataDirectory.open(path))
                    .isInstanceOf(UserError.class)
                    .hasMessageContainingAll(
                            first.root().toString(),
                            "in use by another 'vedette up'",
                            "process " + ProcessHandle.current().pid(),
                            "--data-dir");
        }
    }

    @Test
    void isFreeAgainOnceItIsClosed() {
        DataDirectory.open(folder).close();

        try (DataDirectory again = DataDirectory.open(folder)) {
            assertThat(again.root()).isEqualTo(folder);
        }
    }

    @Test
    void clearingLeavesWhatIsNotOurs() throws IOException {
        Path foreign = Files.writeString(folder.resolve("thesis.txt"), "precious");
        try (DataDirectory data = DataDirectory.open(folder)) {
            Files.createDirectories(data.kafka().resolve("data"));
            Files.createDirectories(data.logs());

            data.clear();

            assertThat(data.kafka()).doesNotExist();
            assertThat(data.logs()).doesNotExist();
            assertThat(foreign).hasContent("precious");
        }
    }

    @Test
    void aFileIsNoDataDirectory() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(file.toString(), "--data-dir");
    }
}
