package io.vedette.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that an earlier run may have left behind, known by the file that holds its pid on
 * the first line. Another program that has come by the same pid is never touched.
 */
final class Leftover {

    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final Path pidFile;
    private final Path argument;

    /**
     * @param name for people, for example {@code Kafka}
     * @param pidFile holds the pid on its first line; may be absent
     * @param argument a path that only the child's command line contains
     */
    Leftover(String name, Path pidFile, Path argument) {
        this.name = name;
        this.pidFile = pidFile;
        this.argument = argument;
    }

    /**
     * Ends the child and waits until it is gone. Afterwards the pid file names no living process.
     */
    void end() {
        Optional<ProcessHandle> child = pid().flatMap(ProcessHandle::of);
        if (child.isPresent() && isOurs(child.get())) {
            end(child.get());
        } else if (child.isPresent()) {
            delete();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(argument.toString());
    }

    private void end(ProcessHandle process) {
        process.destroy();
        if (!endsInTime(process)) {
            process.destroyForcibly();
            if (!endsInTime(process)) {
                throw new UserError(
                        "%s of an earlier run (process %d) does not end: kill it, then try again."
                                .formatted(name, process.pid()));
            }
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        }
    }

    private Optional<Long> pid() {
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + pidFile, e);
        }
    }
}
