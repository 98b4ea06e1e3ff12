package io.vedette.models.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardFolderTest {

    @TempDir Path home;

    private final Properties properties = new Properties();

    @BeforeEach
    void signIn() {
        properties.setProperty("user.home", home.toString());
        properties.setProperty("user.name", "joe");
        properties.setProperty("java.io.tmpdir", "/tmp");
    }

    @Test
    void isInTheUsersCacheFolder() {
        assertThat(StandardFolder.of(Map.of(), properties))
                .isEqualTo(home.resolve(".cache/vedette/models"));
        assertThat(StandardFolder.of(Map.of("XDG_CACHE_HOME", "/caches"), properties))
                .isEqualTo(Path.of("/caches/vedette/models"));
    }

    @Test
    void isAmongTemporaryFilesWhereTheUserHasNoHome() {
        properties.setProperty("user.home", "?");

        assertThat(StandardFolder.of(Map.of("XDG_CACHE_HOME", ""), properties))
                .isEqualTo(Path.of("/tmp/vedette-models-joe"));
    }
}
