package io.vedette.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    /** Whether the package has a file. */
    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    private static Path inside(String name) throws IOException {
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
        MessageDigest digest = newSha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
