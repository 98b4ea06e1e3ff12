package io.vedette.models.remote;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * The part of a cache that belongs to one network. Every file comes into place at once, by an
 * atomic move, so that no one ever sees half of it.
 */
record CacheFolder(Path path) {

    private static final String PART = ".part";

    Path file(String name) {
        return path.resolve(name);
    }

    void create() throws CacheException {
        create(path);
    }

    private static void create(Path folder) throws CacheException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CacheException(folder, e);
        }
    }

    /** A new name for a file that is not whole yet. */
    Path part() {
        return path.resolve(UUID.randomUUID() + PART);
    }

    /** Deletes what killed processes have left; for who holds the lock. */
    void deleteParts() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(path, "*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    static void move(Path part, Path target) throws CacheException {
        try {
            Files.move(part, target, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CacheException(target, e);
        }
    }

    /** Whether a file has this content. */
    static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Writes a file. */
    void write(Path target, byte[] content) throws IOException {
        place(target, part -> Files.write(part, content));
    }

    /** Makes a symbolic link. */
    void link(Path link, Path target) throws IOException {
        Path relative = parent(link).relativize(target);
        place(link, part -> Files.createSymbolicLink(part, relative));
    }

    private void place(Path target, Making making) throws IOException {
        create(parent(target));
        Path part = part();
        try {
            making.at(part);
            Files.move(part, target, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CacheException(target, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private interface Making {
        void at(Path part) throws IOException;
    }
}
