package io.vedette.models;

import io.vedette.models.remote.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The files beside a {@code model.yaml}. */
final class PackageFiles {

    private final Path directory;

    PackageFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * A file of the package.
     *
     * @throws IOException with the rule that the name or the file breaks
     */
    Path named(String name) throws IOException {
        Path file = directory.resolve(inside(name));
        if (Files.isDirectory(file)) {
            throw new IOException("names a folder: '%s'.".formatted(name));
        }
        if (!Files.isReadable(file)) {
            throw new IOException("names '%s', which is not there.".formatted(name));
        }
        if (Files.size(file) == 0) {
            throw new IOException("names '%s', which is empty.".formatted(name));
        }
        return file;
    }

    /**
     * The contents of a small file, which must lie in the folder itself: what a link elsewhere
     * leads to might be told in a problem or a result.
     *
     * @throws IOException with what is wrong with the file
     */
    byte[] contents(Path file, int maxBytes) throws IOException {
        if (!file.toRealPath().startsWith(directory.toRealPath())) {
            throw new IOException("is a link out of the package folder");
        }
        if (Files.size(file) > maxBytes) {
            throw new IOException("has more than the %d bytes that it may".formatted(maxBytes));
        }
        return Files.readAllBytes(file);
    }

    /** Whether the package has a file. */
    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    /**
     * A name as a path within the folder.
     *
     * @throws IOException with the rule that the name breaks
     */
    static Path inside(String name) throws IOException {
        try {
            Path path = Path.of(name).normalize();
            if (!path.isAbsolute() && !path.startsWith("..")) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new IOException("is not a file name: '%s'.".formatted(name), e);
        }
        throw new IOException(
                "must name a file inside the package folder but was '%s'.".formatted(name));
    }

    /** The SHA-256 of a file, 64 lower-case hex digits. */
    static String sha256(Path file) throws IOException {
        return Sha256.of(file);
    }
}
