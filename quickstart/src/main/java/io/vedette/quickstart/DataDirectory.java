package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * The folder where everything is kept between runs. While it is open it belongs to this process
 * alone; the lock ends with the process, however that ends.
 */
final class DataDirectory implements AutoCloseable {

    private static final List<String> CONTENTS = List.of("kafka", "postgres", "flink", "logs");

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Opens the folder, and makes it if need be.
     *
     * @throws UserError if another process has it open, or if it cannot be used
     */
    static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        if (root.toString().contains(",")) {
            throw new UserError(
                    "Data directory '%s' has a comma in its path: give another with --data-dir."
                            .formatted(root));
        }
        try {
            Files.createDirectories(root);
            return locked(root, FileChannel.open(root.resolve("lock"), CREATE, READ, WRITE));
        } catch (IOException e) {
            throw new UserError(
                    "Data directory '%s' cannot be used (%s): give another with --data-dir."
                            .formatted(root, e),
                    e);
        }
    }

    private static DataDirectory locked(Path root, FileChannel channel) throws IOException {
        if (!isLocked(channel)) {
            String owner = Files.readString(root.resolve("lock")).strip();
            channel.close();
            throw new UserError(
                    "Data directory '%s' is in use by another 'vedette up' (process %s): stop it, or give another with --data-dir."
                            .formatted(root, owner.isEmpty() ? "unknown" : owner));
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
        return new DataDirectory(root, channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Drops what earlier runs kept here, and nothing else that may lie in the folder. */
    void clear() {
        try {
            for (String name : CONTENTS) {
                FileUtils.deleteDirectory(root.resolve(name).toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty data directory " + root, e);
        }
    }

    Path root() {
        return root;
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    /** Flink's checkpoints and working files. */
    Path flink() {
        return root.resolve("flink");
    }

    Path logs() {
        return root.resolve("logs");
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release data directory " + root, e);
        }
    }
}
