package io.vedette.bench.stand;

import io.vedette.schema.Camera;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real clip, which may be absent: hold {@link #isPresent} in an assumption first. */
public final class SharedVideo {

    private static final Path FILE =
            Path.of(System.getProperty("vedette.shared", ""))
                    .toAbsolutePath()
                    .resolve("data/videos/bottle-detection.mp4")
                    .normalize();

    private SharedVideo() {}

    public static boolean isPresent() {
        return Files.isRegularFile(FILE);
    }

    public static Path file() {
        return FILE;
    }

    /** Plays it again and again, as fast as it is taken. */
    static Camera camera(String id) {
        return Camera.of(id, FILE.toUri() + "?pace=max&loop=true");
    }
}
