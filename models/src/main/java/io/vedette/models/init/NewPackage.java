package io.vedette.models.init;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A package folder in the making. Until {@link #moveTo} it lies in a temporary folder beside its
 * target, which {@link #close} removes.
 */
final class NewPackage implements AutoCloseable {

    static final String YAML = "model.yaml";
    static final String ONNX = "model.onnx";
    static final String LABELS = "labels.txt";

    private final Path onnx;
    private final Path folder;

    private NewPackage(Path onnx, Path folder) {
        this.onnx = onnx;
        this.folder = folder;
    }

    /** An empty one for a network, on the file system of its target. */
    static NewPackage of(Path onnx, Path target) throws IOException {
        Path there = target.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        Path folder = there.resolve(".vedette-init-" + UUID.randomUUID());
        return new NewPackage(onnx, Files.createDirectory(folder));
    }

    Path folder() {
        return folder;
    }

    /**
     * Copies the network, and the files of weights that stand beside it under its name.
     *
     * @return its SHA-256, 64 lower-case hex digits
     */
    String copyNetwork() throws IOException {
        MessageDigest digest = newSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(onnx), digest)) {
            Files.copy(in, folder.resolve(ONNX));
        }
        String file = onnx.getFileName().toString();
        Path beside = onnx.toAbsolutePath().getParent();
        try (DirectoryStream<Path> weights = Files.newDirectoryStream(beside, Path::isAbsolute)) {
            for (Path each : weights) {
                String name = each.getFileName().toString();
                if (name.equals(file + ".data") || name.equals(file + "_data")) {
                    Files.copy(each, folder.resolve(name));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes the description and the labels, or replaces them. */
    void describe(Draft draft) throws IOException {
        String yaml = YamlText.of(onnx.getFileName().toString(), draft.decisions());
        Files.writeString(folder.resolve(YAML), yaml);
        Files.write(folder.resolve(LABELS), draft.labels());
    }

    /** Puts the package where it belongs, at once where nothing is there yet. */
    void moveTo(Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (Path file : List.copyOf(files())) {
            Path place = target.resolve(file.getFileName());
            if (!Files.exists(place) || !Files.isSameFile(place, onnx)) {
                Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
