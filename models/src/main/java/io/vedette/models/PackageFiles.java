package io.vedette.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The labels, one a line; a label that is blank or comes twice is a problem. */
    List<String> labels(Path file, List<String> problems) {
        List<String> labels = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (String line : lines(file, problems)) {
            String label = line.strip();
            labels.add(label);
            @Nullable Integer earlier = lineOf.putIfAbsent(label, labels.size());
            if (label.isEmpty()) {
                problems.add("%s line %d is blank.".formatted(file.getFileName(), labels.size()));
            } else if (earlier != null) {
                problems.add(
                        "%s has '%s' on lines %d and %d; each label must be unique."
                                .formatted(file.getFileName(), label, earlier, labels.size()));
            }
        }
        return labels;
    }

    private static List<String> lines(Path file, List<String> problems) {
        try {
            String text = Files.readString(file).stripTrailing();
            if (text.isEmpty()) {
                problems.add("%s has no labels.".formatted(file.getFileName()));
            }
            return text.lines().toList();
        } catch (IOException e) {
            problems.add("%s is not UTF-8 text.".formatted(file.getFileName()));
            return List.of();
        }
    }
}
