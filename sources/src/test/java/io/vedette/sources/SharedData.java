package io.vedette.sources;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Videos and tools that lie beside the checkout on machines that have them. */
public final class SharedData {

    private SharedData() {}

    public static Path video(String name) {
        return existing("data/videos/" + name);
    }

    public static Path tool(String name) {
        return existing("tools/" + name);
    }

    private static Path existing(String path) {
        String root = System.getProperty("vedette.shared", "");
        Path file = Path.of(root, path).toAbsolutePath().normalize();
        assumeTrue(
                !root.isEmpty() && Files.isReadable(file),
                "skipped: there is no %s under the folder of -Dvedette.shared".formatted(path));
        return file;
    }
}
