package io.vedette.models;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Models, pictures and truth for tests that need real ones. They lie in the folder named by the
 * system property {@code vedette.shared}, which may be absent.
 */
final class SharedData {

    private static final Path FOLDER =
            Path.of(System.getProperty("vedette.shared", "")).toAbsolutePath().resolve("data");

    private SharedData() {}

    static Path of(String name) {
        return FOLDER.resolve(name);
    }

    /** Skips a test, and says why, where one of some files or folders is absent. */
    static void require(String... names) {
        for (String name : names) {
            Assumptions.assumeTrue(
                    Files.exists(of(name)),
                    () -> of(name) + " is absent; 'vedette.shared' names the folder of data.");
        }
    }
}
